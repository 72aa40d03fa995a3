import type { Protocol } from '../catalog/protocol.ts';
import type { ChatReply, MadeCall, ModelTool } from '../models/model.ts';
import { type ReadAct, readActText, spokenWords } from './act-text.ts';
import { concludingTools, lookingLoopTools, loopTools, readActCalls, speakingTools } from './act-tool.ts';
import type { DoctorCall } from './doctor.ts';

/** What an agent is offered. There is always something: an endpoint may refuse the results of tools where there are none. */
export function offeredTo(call: DoctorCall, protocol: Protocol): readonly ModelTool[] {
  if (call === 'explain') return speakingTools;
  if (call === 'conclude') return concludingTools;
  return toolsOf(protocol);
}

/** The act in an agent's reply. Words that call nothing are spoken to the patient, or an act in its textual form. */
export function readAgentAct(reply: ChatReply, call: DoctorCall, protocol: Protocol): ReadAct {
  const words = spokenWords(reply.text);
  const onlySpoken = reply.toolCalls.length === 0;
  if (call === 'explain' && onlySpoken && words !== '') return { act: { kind: 'ask', text: words, form: 'words' } };
  const read = onlySpoken ? readActText(reply.text) : readActCalls(reply.toolCalls, toolsOf(protocol));
  if (!('act' in read)) return read;
  if (call === 'conclude' && read.act.kind !== 'conclude')
    return { problem: 'the turns are spent, and it was no conclusion' };
  if (call === 'explain' && read.act.kind !== 'ask')
    return { problem: 'you have concluded, and only words to the patient can follow' };
  return read;
}

/** Whether a reply has neither words nor calls: there is nothing that could be put into a conversation. */
export function isNothing({ text, toolCalls }: ChatReply): boolean {
  return toolCalls.length === 0 && spokenWords(text) === '';
}

/**
 * A call as the model is told it made it, sound whatever it wrote: endpoints refuse a conversation that holds broken
 * arguments or a name that no tool could have.
 *
 * @param number its place among the calls of the consultation; the same whenever the loop is begun anew
 */
export function asMade({ name, arguments: written }: ChatReply['toolCalls'][number], number: number): MadeCall {
  return {
    id: `call${String(number).padStart(5, '0')}`, // nine letters and digits, as Mistral's endpoints insist
    name: /^(?!extract-)[\w-]{1,64}$/.test(name) ? name : 'unknown', // LangChain ends its loop at `extract-…`
    arguments: objectIn(written),
  };
}

function objectIn(written: string): string {
  try {
    const read: unknown = JSON.parse(written);
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return JSON.stringify(read);
  } catch {
    // told to the model as what was wrong with it
  }
  return '{}';
}

function toolsOf({ images }: Protocol): readonly ModelTool[] {
  return images === 'request' ? lookingLoopTools : loopTools;
}
