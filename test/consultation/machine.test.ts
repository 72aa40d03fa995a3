import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getShortestPaths } from '@xstate/graph';
import { describe, expect, test } from 'vitest';
import type { AnyStateNode } from 'xstate';
import { packageRoot } from '../../src/base/package-root.ts';
import { consultationMachine, maxRepeats } from '../../src/consultation/machine.ts';
import type { EventBody } from '../../src/events/event.ts';
import { noProgress, progressOf } from '../../src/events/history.ts';
import {
  answers,
  asks,
  asksBack,
  believes,
  concludes,
  doctorBody,
  ended,
  examines,
  leaves,
  opened,
  orders,
  protocolOf,
  refused,
  reports,
  unreachable,
  unusable,
} from '../support/consultation.ts';

const states = Object.keys(consultationMachine.states);

const done = (actor: string, output?: EventBody) => ({ type: `xstate.done.actor.${actor}`, output });
const broke = (actor: string, error: Error) => ({ type: `xstate.error.actor.${actor}`, error });
const acts = [asks, examines, orders, concludes].map((act) => doctorBody(act));

/** Everything that any role can report to the machine, and every way it can break. */
const reported = [
  done('opening', opened),
  ...['doctor', 'lastCall', 'explanation'].flatMap((actor) => [
    ...acts.map((act) => done(actor, act)),
    ...[unusable, refused, unreachable].map((error) => broke(actor, error)),
  ]),
  ...['patient', 'closing'].flatMap((actor) => [
    ...[answers, asksBack, leaves].map((reply) => done(actor, reply)),
    ...[unusable, unreachable].map((error) => broke(actor, error)),
  ]),
  ...['examination', 'test'].flatMap((actor) => [done(actor, reports), broke(actor, unreachable)]),
  broke('opening', unreachable),
  done('probe', believes),
  broke('probe', unreachable),
  done('assessor'),
  broke('assessor', new Error('no such rubric')),
];

/** The shortest path to every state that the machine can be in, from a journal that already holds `history`. */
function pathsFrom(history: readonly EventBody[], protocol: Parameters<typeof protocolOf>[0] = {}) {
  const machine = consultationMachine.provide({ guards: { canBeProbed: () => true } });
  return getShortestPaths(machine, {
    input: { protocol: protocolOf({ maxTurns: 2, closingExchanges: 1, ...protocol }), progress: progressOf(history) },
    // the graph wants the machine's own events; what an invoked actor reports is none of them by type
    events: reported as never,
    serializeState: ({ value, context: { progress, repeats, failure } }) =>
      JSON.stringify([value, progress, repeats, failure?.role, failure?.code]),
  });
}

const settled = (paths: ReturnType<typeof pathsFrom>) => new Set(paths.map(({ state }) => String(state.value)));

/** States that only decide: nobody ever sees the machine in them. */
const nodes: Readonly<Record<string, AnyStateNode>> = consultationMachine.states;
const passedThrough = states.filter((name) => nodes[name]?.always?.length);
const isFinal = ({ value }: { value: unknown }) => nodes[String(value)]?.type === 'final';

describe('the machine’s paths', () => {
  const paths = [...pathsFrom([]), ...pathsFrom([], { beliefProbe: true })];

  test('lead to every state that it can rest in', () => {
    expect(settled(paths)).toEqual(new Set(states.filter((name) => !passedThrough.includes(name))));
  });

  test('take every event that its actors can send', () => {
    const taken = new Set(
      paths.flatMap(({ state }) => reported.filter((event) => state.can(event as never)).map(({ type }) => type)), // as above
    );
    const sendable = Object.values(nodes).flatMap((node) => node.ownEvents);
    expect([...new Set(sendable)].filter((type) => type !== '' && !taken.has(String(type)))).toEqual([]);
  });

  test('end in `failed` only after something failed, and in `done` only where nothing did', () => {
    for (const { state } of paths) {
      if (state.value === 'failed') expect(state.context.failure).not.toBeNull();
      if (state.value === 'done') expect(state.context.failure).toBeNull();
    }
  });

  test('never spend more than the budgets', () => {
    for (const { state } of paths) {
      const { turns, closingExchanges } = state.context.progress;
      // the one act beyond the turns is the last call that brought no conclusion
      expect(turns).toBeLessThanOrEqual(state.value === 'assessing' || isFinal(state) ? 3 : 2);
      expect(closingExchanges).toBeLessThanOrEqual(1);
      if (state.value !== 'assessing' && !isFinal(state)) expect(state.context.repeats).toBeLessThanOrEqual(maxRepeats);
    }
  });

  test('from any of its states can be ended: there is no way in that has no way out', () => {
    for (const { state } of paths) {
      if (isFinal(state)) continue;
      const moved = reported.some((event) => state.can(event as never)); // as above
      expect(moved, `${String(state.value)} takes no event`).toBe(true);
    }
  });
});

describe('from a journal', () => {
  test.each<{ after: string; history: EventBody[]; state: string }>([
    { after: 'nothing', history: [], state: 'opening' },
    { after: 'the opening', history: [opened], state: 'doctorTurn' },
    { after: 'a question', history: [opened, doctorBody(asks)], state: 'patientTurn' },
    { after: 'an examination', history: [opened, doctorBody(examines)], state: 'examining' },
    { after: 'a test', history: [opened, doctorBody(orders)], state: 'testing' },
    { after: 'a conclusion', history: [opened, doctorBody(concludes)], state: 'closing' },
    { after: 'a question about it', history: [opened, doctorBody(concludes), asksBack], state: 'explaining' },
    { after: 'an end', history: [opened, doctorBody(concludes), answers, ended('concluded')], state: 'assessing' },
    {
      after: 'an end by a fault of the patient’s',
      history: [opened, { type: 'consultation.ended', how: 'failed', by: 'patient', code: 'unreachable' }],
      state: 'failed',
    },
    {
      after: 'the last turn',
      history: [opened, doctorBody(asks), answers, doctorBody(asks), answers],
      state: 'exhausted',
    },
  ])('after $after the machine begins in $state', ({ history, state }) => {
    const first = pathsFrom(history).find(({ steps }) => steps.length <= 1);
    expect(first?.state.value).toBe(state);
  });
});

test('counts with the same fold as the journal', () => {
  expect(noProgress).toEqual(progressOf([]));
  for (const { state, steps } of pathsFrom([])) {
    if (state.context.failure) continue;
    const outputs = steps.flatMap(({ event }) =>
      'output' in event && event.output ? [event.output as EventBody] : [],
    );
    const { next: _, ...counted } = state.context.progress;
    const { next: __, ...folded } = progressOf(outputs);
    expect(counted).toEqual(folded);
  }
});

test('the diagram in docs/architecture.md shows the machine’s states and transitions, and no others', () => {
  const text = readFileSync(join(packageRoot(), 'docs/architecture.md'), 'utf8');
  const diagram = /```mermaid\nstateDiagram-v2\n(.*?)```/s.exec(text)?.[1] ?? '';
  const drawn = [...diagram.matchAll(/^\s*(\S+) --> (\S+?)(?:\s*:.*)?$/gm)].map(([, from, to]) => `${from} --> ${to}`);
  const edges = Object.entries(nodes).flatMap(([name, node]) => [
    ...[...node.transitions.values()]
      .flat()
      .flatMap(({ target }) => (target ?? []).map(({ key }) => `${name} --> ${key}`)),
    ...(node.always ?? []).flatMap(({ target }) => (target ?? []).map(({ key }) => `${name} --> ${key}`)),
    ...(node.type === 'final' ? [`${name} --> [*]`] : []),
  ]);
  edges.push('[*] --> resuming');
  expect([...new Set(drawn)].sort()).toEqual([...new Set(edges)].sort());
});
