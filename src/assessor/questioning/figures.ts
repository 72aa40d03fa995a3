import type { Means } from '../../knowledge/model.ts';

/** How a doctor asked, figure by figure. Whatever does not apply is null, which is not 0. */
export interface Questioning {
  readonly mustAsk: Covered;
  readonly redFlags: Covered;
  /** Null where the case names no red flag. */
  readonly timeToRedFlag: TimeToRedFlag | null;
  /**
   * Of all pairs of a question about the complaint and one about the background, the share in which the complaint came
   * first: 0 to 1. Null where either was never asked about.
   */
  readonly order: number | null;
  /** Things asked about in one question, on average; 1 or more. Null where nothing that was understood was asked. */
  readonly perTurn: number | null;
  /** Open questions among the understood ones, 0 to 1. */
  readonly openShare: number | null;
  /** Questions and requests that ask only for what was answered before, among all that ask for something; 0 to 1. */
  readonly repetition: number | null;
  /** Null where no turn has a regret: nothing priced was asked, or the truth is outside the knowledge base. */
  readonly regret: Regret | null;
  /** Null where there was no conclusion of the doctor's own choice, or the truth is outside the knowledge base. */
  readonly closure: Closure | null;
  /** Longest run of turns whose answers spoke against the stated diagnosis and left it standing. Null without stated beliefs. */
  readonly anchoring: number | null;
  /** Null where nobody values the facts of the case. */
  readonly reward: Reward | null;
}

/** Items of a list that came up before the conclusion: asked about, or told unasked. */
export interface Covered {
  readonly covered: number;
  readonly of: number;
  /** 0 to 1; null where the case lists none. */
  readonly share: number | null;
  readonly missing: readonly string[];
}

/** The first turn in which a red flag came up; the opening is turn 0. */
export interface TimeToRedFlag {
  /** Where none did: the last turn, up to which it is known not to have come up. */
  readonly turn: number;
  readonly isCensored: boolean;
}

/** What was given away by not asking for the best, in bits; of a turn, see `TurnScore.regretBits`. */
export interface Regret {
  readonly meanBits: number;
  readonly totalBits: number;
  /** Turns that have one. */
  readonly turns: number;
}

/** What was left to be learned when the doctor chose to conclude. */
export interface Closure {
  /** The most that one more question, examination or test could be expected to tell, and which; null where all was asked. */
  readonly best: { readonly key: string; readonly means: Means; readonly bits: number } | null;
  readonly thresholdBits: number;
  /** More was to be expected than the threshold. */
  readonly isPremature: boolean;
  /** Must-ask items that did not come up and would, as they truly are, have put another condition first. */
  readonly overlooked: readonly string[];
}

/** Who values facts where the knowledge base does. */
export const byKnowledge = 'knowledge base';

/** The consultation as a reward to learn from, in bits; after ProMed. */
export interface Reward {
  /** Who valued the facts: the knowledge base, or a model by its spec. */
  readonly value: string;
  readonly method: 'exact' | 'sampled';
  /** The largest standard error of a fact's value; null where it is not known. */
  readonly errorBits: number | null;
  readonly parameters: RewardParameters;
  /** Positive value told / all positive value, whatever the means; null where there is none. */
  readonly coverage: number | null;
  readonly turns: readonly {
    readonly turn: number;
    /** Shapley values of the facts first told in this turn. */
    readonly gainBits: number;
    /** α · gain + β · gain · [correct]. */
    readonly reward: number;
  }[];
  /** γ · [correct]. */
  readonly conclusion: number;
  /** The whole consultation's: the turns' and the conclusion's. */
  readonly total: number;
}

export interface RewardParameters {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
}
