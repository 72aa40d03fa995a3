import type { CaseFact, PatientCase } from '../catalog/case.ts';
import type { Aspect, Finding } from '../catalog/finding.ts';
import type { Told } from '../events/event.ts';
import type { Quantity } from './quantities.ts';
import type { Clause, SpokenText, Token } from './spoken-text.ts';

/** A patient's reply with what surrounds it. `told` is what the simulator claims was said: the reader does not believe it. */
export interface SpokenReply {
  readonly question: string;
  readonly reply: string;
  readonly told: readonly SpokenTold[];
  readonly rapport: 'guarded' | 'neutral' | 'trusting';
  /** Facts told in earlier turns; said again, they are no news. */
  readonly toldBefore?: readonly string[];
  /** Texts of the reports that the clinic has given so far. */
  readonly reported?: readonly string[];
}

export type SpokenTold = Pick<Told, 'fact' | 'aspect' | 'value'> & {
  readonly finding?: string | null | undefined;
  readonly as?: string | undefined;
};

/** What a stretch of the reply tells, found in its words alone. */
export interface Claim {
  /** The case's fact, or null for a finding that the case does not list. */
  readonly fact: string | null;
  readonly finding: string | null;
  readonly value: 'present' | 'absent';
  readonly aspect: Aspect;
  /** By the finding's name, or by the words that the case has for the fact. */
  readonly by: 'name' | 'words';
  readonly clause: Clause;
  /** Share of the clause's weight that the fact accounts for, 0 to 1. */
  readonly share: number;
  /** The words that it rests on, by key. */
  readonly keys: readonly string[];
}

/** Words that tell a fact: a line of the case's `says`, or a name of its finding. */
export interface Cue {
  readonly by: 'name' | 'words';
  readonly aspect: Aspect;
  readonly text: string;
  readonly tokens: ReadonlyMap<string, Token>;
  readonly weight: number;
  readonly clauses: readonly Clause[];
}

/** A fact of the case, or a finding that the case leaves out, with all that tells it. */
export interface Topic {
  readonly id: string;
  readonly fact: CaseFact | null;
  readonly finding: Finding | null;
  /** Whether it is so; a finding left out by a case whose `unlisted` is `unknown` is neither. */
  readonly value: 'present' | 'absent' | null;
  readonly names: readonly Cue[];
  readonly says: readonly Cue[];
  /** The lines of `says` clause by clause. */
  readonly parts: readonly Cue[];
  readonly keys: ReadonlySet<string>;
  readonly quantities: readonly Quantity[];
  readonly plain: string;
}

export interface SpokenReading {
  readonly text: SpokenText;
  readonly claims: readonly Claim[];
  /** Facts that the question asks for, by the auditor's own reading. */
  readonly asked: ReadonlySet<string>;
  /** Facts named by the question beyond doubt. */
  readonly askedByName: ReadonlySet<string>;
  readonly questionKeys: ReadonlySet<string>;
}

export interface SpokenReader {
  readonly patientCase: PatientCase;
  readonly truthNames: readonly string[];
  readonly topics: ReadonlyMap<string, Topic>;
  readonly reportFindings: ReadonlyMap<string, Topic>;
  readonly opening: SpokenText;
  readonly openingKeys: ReadonlySet<string>;
  weightOf(key: string): number;
  weigh(keys: Iterable<string>): number;
  /** Facts and findings that share a word with these. */
  near(keys: ReadonlySet<string>): readonly Topic[];
  read(reply: SpokenReply): SpokenReading;
  /** How much of a clause a cue accounts for, and whether both say the same of it. */
  compare(clause: Pick<Clause, 'tokens' | 'keys'>, cue: Cue): Match;
}

/** How a clause and a cue meet. */
export interface Match {
  readonly keys: readonly string[];
  readonly weight: number;
  readonly share: number;
  readonly cover: number;
  /** Weight of the common words of which both say the same, or the opposite. */
  readonly same: number;
  readonly opposite: number;
}
