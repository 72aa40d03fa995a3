import type { Benchmark } from '../catalog/benchmark.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Doctor } from '../doctor/doctor.ts';
import type { Knowledge } from '../knowledge/model.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { SharedCalls } from '../models/models.ts';
import type { Reached, RunModels } from './run-models.ts';

/** What whoever takes part in a run is made from. */
export interface CastSetting {
  readonly catalog: Catalog;
  readonly benchmark: Benchmark;
  readonly knowledge: Knowledge;
  readonly lexicon: Lexicon;
  readonly calls: SharedCalls;
  /** The person who plays the doctor `human`, where one sits at the terminal. */
  readonly human?: Doctor | undefined;
  readonly models: RunModels;
  /** How doctors from elsewhere are reached. */
  readonly reached?: Reached | undefined;
  /** A folder with prompts of one's own; each stands for the shipped one of its name. */
  readonly prompts?: string | undefined;
  /** A file with a classifier's predictions, for protocols that show them; without it the shipped, simulated ones. */
  readonly hints?: string | undefined;
  /** Hears a model doctor's words as they come, where a person is watching its only consultation. */
  readonly onWords?: ((words: string) => void) | undefined;
}
