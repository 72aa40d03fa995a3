import type { PatientCase } from '../catalog/case.ts';
import { type ConsultationEvent, isPatientsReply } from '../events/event.ts';
import { countStates, type FactState, ledgerOf } from '../events/ledger.ts';
import { linesOfFirstRound, type ProbeSetting, spokenIn, toldIn } from './probes.ts';
import type { Fault } from './turn.ts';

/** A fault that a reader of the spoken words found. */
export interface FoundFault extends Fault {
  readonly case: string;
  readonly persona: string;
  readonly question: string;
  readonly reply: string;
}

/** What interviews with patients come to, but for how they can be told apart. */
export interface PatientFigures {
  readonly interviews: number;
  readonly replies: number;
  /** By the events: things told as they are, and told otherwise as the persona allows. */
  readonly told: { readonly true: number; readonly distorted: number };
  /** By a reader of the spoken words that knows nothing of how they were made. */
  readonly leaks: readonly FoundFault[];
  readonly contradictions: readonly FoundFault[];
  readonly undue: readonly FoundFault[];
  /** Facts that a thorough and kind interview was told, which asks again in other words, of all there are to tell. */
  readonly obtainable: {
    readonly told: number;
    readonly of: number;
    readonly share: number;
    /** The share told when everything had been asked for once, in one wording. */
    readonly atFirstAsking: number;
    readonly missing: readonly string[];
  };
  /** Questions of its first round that the patient could make nothing of. */
  readonly notUnderstood: { readonly count: number; readonly of: number; readonly share: number };
  readonly wordsPerAnswer: Readonly<Record<string, number>>;
  /** What became of the facts in everyday interviews, by persona. */
  readonly ledger: Readonly<Record<string, Readonly<Record<FactState, number>>>>;
}

/** Counts what patients told in interviews, and what they should not have. */
export class PatientTally {
  private replies = 0;
  private interviews = 0;
  private readonly told = { true: 0, distorted: 0 };
  private readonly faults: FoundFault[] = [];
  private obtainedFacts = 0;
  private atOnce = 0;
  private asked = 0;
  private allFacts = 0;
  private readonly missing: string[] = [];
  private notUnderstood = 0;
  private readonly words = new Map<string, { words: number; answers: number }>();
  private readonly ledgers = new Map<string, Record<FactState, number>>();

  fault(fault: FoundFault): void {
    this.faults.push(fault);
  }

  /** Counts an interview, its replies and what was told in it. */
  note(history: readonly ConsultationEvent[]): void {
    this.interviews++;
    for (const event of history) {
      if (!isPatientsReply(event)) continue;
      this.replies++;
      for (const { as } of event.told) if (as !== 'denied') this.told[as]++;
    }
  }

  /** Counts what a thorough interview obtained, in all and at the first asking. */
  obtained(persona: string, history: readonly ConsultationEvent[], setting: ProbeSetting): void {
    const { id, facts } = setting.patientCase;
    const round = history.filter(isPatientsReply).slice(0, linesOfFirstRound(setting));
    const told = toldIn(history);
    const atOnce = toldIn([...history.filter(({ type }) => type === 'patient.opened'), ...round]);
    this.allFacts += facts.length;
    for (const fact of facts) {
      if (atOnce.has(fact.id)) this.atOnce++;
      if (told.has(fact.id)) this.obtainedFacts++;
      else this.missing.push(`${id} ${persona} ${fact.id}`);
    }
    // Every line of the first round asks for something that the case knows.
    this.asked += round.length;
    for (const event of round) if (!event.reading.understood) this.notUnderstood++;
  }

  /** Counts the words of an everyday interview, and what became of the facts. */
  everyday(persona: string, history: readonly ConsultationEvent[], patientCase: PatientCase): void {
    const texts = spokenIn(history);
    const known = this.words.get(persona) ?? { words: 0, answers: 0 };
    const words = texts.reduce((sum, text) => sum + text.split(/\s+/).filter((word) => /\w/.test(word)).length, 0);
    this.words.set(persona, { words: known.words + words, answers: known.answers + texts.length });
    const counts = countStates(ledgerOf(history, patientCase));
    const sums = this.ledgers.get(persona);
    if (sums)
      for (const state of Object.keys(counts) as FactState[]) sums[state] += counts[state]; // keys are states
    else this.ledgers.set(persona, counts);
  }

  result(): PatientFigures {
    const of = (kind: Fault['kind']) => this.faults.filter((fault) => fault.kind === kind);
    return {
      interviews: this.interviews,
      replies: this.replies,
      told: this.told,
      leaks: of('leak'),
      contradictions: of('contradiction'),
      undue: of('undue'),
      obtainable: {
        told: this.obtainedFacts,
        of: this.allFacts,
        share: this.obtainedFacts / Math.max(1, this.allFacts),
        atFirstAsking: this.atOnce / Math.max(1, this.allFacts),
        missing: this.missing,
      },
      notUnderstood: {
        count: this.notUnderstood,
        of: this.asked,
        share: this.notUnderstood / Math.max(1, this.asked),
      },
      wordsPerAnswer: Object.fromEntries(
        [...this.words].map(([persona, { words, answers }]) => [persona, words / Math.max(1, answers)]),
      ),
      ledger: Object.fromEntries(this.ledgers),
    };
  }
}
