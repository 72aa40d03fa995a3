import {
  bundles,
  everyDiagnosis,
  everyPlan,
  everyReason,
  everyTest,
  everythingAtOnce,
  tickBoxes,
} from './everything.ts';
import type { GamingDoctor } from './gaming-doctor.ts';
import { flattery, gush, injection, recital, verbosity } from './talk.ts';

/** Every doctor that games. */
export const gamingDoctors: readonly GamingDoctor[] = [
  flattery,
  gush,
  injection,
  recital,
  verbosity,
  everyDiagnosis,
  everyPlan,
  everyReason,
  everyTest,
  everythingAtOnce,
  bundles,
  tickBoxes,
];
