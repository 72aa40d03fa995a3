import { drawFor } from '../base/random.ts';
import type { Condition } from '../catalog/condition.ts';
import { type Aspect, aspects } from '../catalog/finding.ts';
import type { Conclusion, DoctorAct } from '../events/act.ts';
import type { DoctorView } from '../events/history.ts';
import { type Belief, beliefOf, ranked } from '../knowledge/belief.ts';
import { type Knowledge, type KnowledgeModel, keyOf, type Variable } from '../knowledge/model.ts';
import type { AnswerReader } from '../language/answer.ts';
import type { Doctor, DoctorTurn } from './doctor.ts';

/** What a reference doctor knows when it chooses its next question. */
export interface ReferenceState {
  readonly model: KnowledgeModel;
  /** What it heard so far, as it understood it. */
  readonly evidence: ReadonlyMap<Variable, number>;
  readonly belief: Belief;
  /** Keys of what it asked so far, answered or not. */
  readonly asked: ReadonlySet<string>;
  readonly turnsLeft: number;
  /** Seeded by the run, the consultation and the turn. */
  readonly seed: readonly (string | number)[];
}

/**
 * The next thing to ask for, as a key (a finding's id, or finding.aspect), or null to conclude. It is all that reference
 * doctors differ in.
 */
export type Strategy = (state: ReferenceState) => string | null;

export interface ReferenceSetting {
  readonly knowledge: Knowledge;
  readonly reader: AnswerReader;
  readonly seed: readonly (string | number)[];
}

/**
 * A built-in doctor: it talks in text like every other, asks one finding a turn, and concludes with the top of its
 * belief. It shares the knowledge base with the assessor, so it is a fixed point of the scale and no contestant.
 */
export function referenceDoctor(strategy: Strategy, { knowledge, reader, seed }: ReferenceSetting): Doctor {
  const listen = createListener(knowledge, reader);
  return {
    act: async ({ view, call, turnsLeft }: DoctorTurn) => {
      if (call === 'explain') return { act: explanation(), usage: null };
      const heard = listen(view);
      const turn = view.lines.length;
      const state = { ...heard, turnsLeft, seed: [...seed, turn] };
      const key = call === 'conclude' ? null : strategy(state);
      const act = key === null ? conclusionOf(heard, knowledge) : wordedFor(key, knowledge, [...seed, turn]);
      return { act, usage: null };
    },
  };
}

type Heard = Pick<ReferenceState, 'model' | 'evidence' | 'belief' | 'asked'>;

/** Reads a view line by line, going on from where it was when the view only grew. */
function createListener(knowledge: Knowledge, reader: AnswerReader): (view: DoctorView) => Heard {
  const evidence = new Map<Variable, number>();
  const asked = new Set<string>();
  const questions = ownQuestions(knowledge);
  let read = 0;
  let pending: string | null = null;
  let question = '';
  return (view) => {
    const model = knowledge.modelFor(view.demographics);
    const note = (key: string, value: string) => {
      const variable = model.byKey.get(key);
      const place = variable?.values.indexOf(value) ?? -1;
      if (variable && place >= 0) evidence.set(variable, place);
    };
    for (; read < view.lines.length; read++) {
      const line = view.lines[read];
      if (!line) break;
      if (line.speaker === 'doctor') {
        pending = questions.get(line.text) ?? null;
        question = line.text;
        if (pending !== null) asked.add(pending);
        continue;
      }
      const answered = pending;
      pending = null;
      // The complaint is read as a story; after that a reference hears what it asked for, and nothing beside it.
      if (read === 0)
        for (const { finding, aspect, value } of reader.narrative(line.text)) note(keyOf(finding, aspect), value);
      if (answered === null) continue;
      const { finding, aspect } = partsOf(answered);
      const value =
        line.speaker === 'clinic'
          ? reader.report(line.text, finding)
          : reader.answer(line.text, finding, aspect, question);
      if (value !== null) note(answered, value);
    }
    return { model, evidence, asked, belief: beliefOf(model, evidence) };
  };
}

const questionBooks = new WeakMap<Knowledge, Map<string, string>>();

/** A reference doctor’s own questions, so that it knows what it asked when it reads the conversation again. */
function ownQuestions(knowledge: Knowledge): Map<string, string> {
  const known = questionBooks.get(knowledge);
  if (known) return known;
  const book = new Map<string, string>();
  for (const { id, asks, aspects } of knowledge.findings.values()) {
    for (const ask of asks) book.set(ask, id);
    for (const [aspect, modelled] of Object.entries(aspects ?? {}))
      for (const ask of modelled.asks) book.set(ask, `${id}.${aspect}`);
  }
  questionBooks.set(knowledge, book);
  return book;
}

function partsOf(key: string): { finding: string; aspect: Aspect } {
  const [finding = key, name] = key.split('.');
  return { finding, aspect: aspects.find((aspect) => aspect === name) ?? 'presence' };
}

/** How a reference doctor words a question, an examination or an order; one of its wordings, by the seed. */
export function wordedFor(
  key: string,
  knowledge: Pick<Knowledge, 'findings'>,
  seed: readonly (string | number)[],
): DoctorAct {
  const { kind, asks } = wordings(key, knowledge);
  return { kind, text: drawFor(...seed, 'wording').pick(asks), form: 'embedded' };
}

/** Every wording of a question, in an order that the seed decides. */
export function allWordingsOf(
  key: string,
  knowledge: Pick<Knowledge, 'findings'>,
  seed: readonly (string | number)[],
): readonly string[] {
  return drawFor(...seed, 'wordings').shuffle(wordings(key, knowledge).asks);
}

function wordings(
  key: string,
  knowledge: Pick<Knowledge, 'findings'>,
): { kind: 'ask' | 'examine' | 'order'; asks: readonly string[] } {
  const { finding: id, aspect } = partsOf(key);
  const finding = knowledge.findings.get(id);
  if (!finding) throw new Error(`${id} is not in the vocabulary`);
  const asks = aspect === 'presence' ? finding.asks : (finding.aspects?.[aspect]?.asks ?? []);
  return { kind: finding.kind === 'examination' ? 'examine' : finding.kind === 'test' ? 'order' : 'ask', asks };
}

/** Shares of belief below this are not worth a place in the differential. */
const differentialFloor = 0.02;

function conclusionOf({ model, belief, evidence }: Heard, knowledge: Knowledge): DoctorAct {
  const order = ranked(belief).slice(0, 5);
  const [top, ...others] = order.map((c) => model.conditions[c]).filter((condition) => condition !== undefined);
  if (!top) throw new Error('a knowledge base without conditions');
  const kept = others.filter((_, i) => (belief[order[i + 1] ?? 0] ?? 0) >= differentialFloor);
  const conclusion: Conclusion = {
    diagnosis: top.names[0] ?? top.id,
    differential: kept.map(({ id, names }) => names[0] ?? id),
    reasoning: reasoningFor(model, evidence, top, knowledge),
    plan: planFor(top),
    safetyNet:
      'Please come back at once if it gets worse, if something new appears, or if it is no better in a few days.',
  };
  const text = [
    `I think this is ${conclusion.diagnosis}.`,
    conclusion.reasoning,
    conclusion.plan,
    conclusion.safetyNet,
  ].join(' ');
  return { kind: 'conclude', text, form: 'embedded', conclusion };
}

/** The findings heard that speak most for the diagnosis, against what the belief held before. */
function reasoningFor(
  model: KnowledgeModel,
  evidence: ReadonlyMap<Variable, number>,
  top: Condition,
  knowledge: Knowledge,
): string {
  const place = model.conditionIndex(top.id) ?? 0;
  const speaking = [...evidence]
    .filter(([variable, value]) => variable.aspect === 'presence' && variable.values[value] === 'present')
    .map(([variable, value]) => {
      const row = variable.likelihoods[value] ?? new Float64Array(0);
      const mean = row.reduce((sum, p, c) => sum + p * (model.prior[c] ?? 0), 0);
      return {
        name: knowledge.findings.get(variable.finding)?.names.lay[0] ?? variable.finding,
        weight: Math.log2((row[place] ?? 0) / mean),
      };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3)
    .map(({ name }) => name);
  return speaking.length > 0
    ? `I come to that because of the ${speaking.join(', the ')}.`
    : 'It is the likeliest explanation of what you told me.';
}

function planFor({ workup, management }: Condition): string {
  const first = (items: readonly { terms: readonly string[]; essential: boolean }[]) =>
    items.filter(({ essential }) => essential).map(({ terms }) => terms[0]);
  const checks = first(workup);
  const steps = first(management.do);
  return [
    checks.length > 0 ? `To be sure I want: ${checks.join(', ')}.` : '',
    steps.length > 0 ? `For treatment: ${steps.join(', ')}.` : '',
  ]
    .filter((part) => part.length > 0)
    .join(' ');
}

function explanation(): DoctorAct {
  return {
    kind: 'ask',
    text: 'I understand that this worries you. We will go through it step by step, and you can ask me at any time.',
    form: 'embedded',
  };
}
