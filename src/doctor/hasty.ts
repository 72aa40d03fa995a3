import type { Strategy } from './reference.ts';

/** Concludes after the complaint, without a question. */
export const hasty: Strategy = () => null;
