import type { CaseTruth, PatientCase } from '../../catalog/case.ts';
import type { Protocol } from '../../catalog/protocol.ts';
import type { ConsultationEvent } from '../../events/event.ts';
import { progressOf } from '../../events/history.ts';
import type { DiagnosisReader } from '../../language/diagnosis.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import type { InformationScore } from '../assessment.ts';
import type { Followed } from '../information-score.ts';
import { anchoringOf } from './anchoring.ts';
import { cameUp, covered, timeToRedFlag } from './came-up.ts';
import { closureOf } from './closure.ts';
import type { Questioning, Regret } from './figures.ts';
import { openShare, questionsPerTurn, repetitionOf } from './form.ts';
import { orderOf } from './order.ts';
import { type Gains, rewardOf } from './reward.ts';

export interface QuestioningSetting {
  readonly history: readonly ConsultationEvent[];
  readonly patientCase: PatientCase;
  readonly truth: CaseTruth;
  readonly lexicon: Lexicon;
  readonly reader: DiagnosisReader;
  /** The consultation in bits; null where the truth is outside the knowledge base. */
  readonly followed: Followed | null;
  /** What was gained turn by turn; null where nobody values the facts of the case. */
  readonly gains: Gains | null;
  readonly isCorrect: boolean;
  /** The conditions that it was held under; left out where they are not known. */
  readonly protocol?: Protocol | undefined;
}

/** How a doctor asked, figure by figure. */
export function questioningOf(setting: QuestioningSetting): Questioning {
  const { history, patientCase, truth, lexicon, reader, followed, gains, isCorrect, protocol } = setting;
  const turns = cameUp(history);
  return {
    mustAsk: covered(truth.mustAsk, turns),
    redFlags: covered(truth.redFlags, turns),
    timeToRedFlag: timeToRedFlag(truth, turns, progressOf(history).turns),
    order: orderOf(history, lexicon.findings, patientCase),
    perTurn: questionsPerTurn(history),
    openShare: openShare(history),
    repetition: repetitionOf(history),
    regret: followed && regretOf(followed.score),
    closure: followed && closureOf(history, followed.knowing, patientCase, truth, turns, protocol),
    anchoring: followed && anchoringOf(history, followed.beliefs, followed.knowing.model, reader),
    reward: gains && rewardOf(gains, isCorrect),
  };
}

/** Regrets of the turns that have one. */
function regretOf({ turns }: InformationScore): Regret | null {
  const regrets = turns.flatMap(({ regretBits }) => regretBits ?? []);
  if (regrets.length === 0) return null;
  const totalBits = regrets.reduce((sum, bits) => sum + bits, 0);
  return { meanBits: totalBits / regrets.length, totalBits, turns: regrets.length };
}
