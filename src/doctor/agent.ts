import { AnamnesisError } from '../base/error.ts';
import { type Benchmark, protocolsOf } from '../catalog/benchmark.ts';
import type { Protocol } from '../catalog/protocol.ts';
import { stopped } from '../models/stopped.ts';
import { type AgentLoop, type AgentOptions, agentLoop, isUnusable } from './agent-loop.ts';
import type { Doctor } from './doctor.ts';
import { mustFit } from './system-prompt.ts';

/**
 * A chat model that uses tools in a loop, as the doctor of one consultation: to speak, to examine, to order, to look and
 * to conclude are calls, and what comes of each is its result. It keeps its own messages, its notes among them.
 */
export function agentDoctor(options: AgentOptions): Doctor {
  mustFit(options);
  let loop: AgentLoop | null = null;

  const end = async () => {
    const ended = loop;
    loop = null;
    await ended?.end();
  };

  return {
    async act(turn, signal) {
      if (signal.aborted) throw stopped(signal.reason, options.model.spec);
      loop ??= agentLoop(options, turn);
      try {
        return await loop.act(turn, signal);
      } catch (error) {
        if (isUnusable(error)) throw error;
        await end(); // whoever asks again gets a loop that is begun anew, from what was recorded
        if (signal.aborted) throw stopped(signal.reason, options.model.spec);
        throw error;
      }
    },
    close: end,
  };
}

/** What a protocol may ask of a model and not of an agent, with the reason. */
const unfit: readonly { readonly name: string; readonly isAsked: (protocol: Protocol) => boolean }[] = [
  { name: 'dialogue: false', isAsked: ({ dialogue }) => !dialogue },
  { name: 'votes', isAsked: ({ votes }) => votes > 1 },
  { name: 'beliefProbe', isAsked: ({ beliefProbe }) => beliefProbe },
];

/** Throws `bad-call` where a protocol asks for what goes with no loop of tools. */
export function mustSuitAgents(benchmark: Benchmark, spec: string): void {
  for (const { id, protocol } of protocolsOf(benchmark)) {
    const asked = unfit.filter(({ isAsked }) => isAsked(protocol)).map(({ name }) => `\`${name}\``);
    if (asked.length === 0) continue;
    const where = id === null ? 'the protocol' : `the protocol \`${id}\``;
    throw new AnamnesisError('bad-call', `${where} asks for ${asked.join(', ')}, which ${spec} cannot give`, {
      hint: `a loop of tools is asked one thing at a time; use ${spec.replace(/^agent:/, '')}, or another protocol`,
    });
  }
}
