import { drawFor } from '../base/random.ts';
import { isAskable } from '../knowledge/information.ts';
import type { Strategy } from './reference.ts';

/** Asks for anything that was not told or asked yet, each as likely, to the end of the turns. */
export const random: Strategy = ({ model, evidence, asked, seed }) => {
  const open = model.variables.filter(
    (variable) => !asked.has(variable.key) && !evidence.has(variable) && isAskable(variable, evidence, model),
  );
  return open.length > 0 ? drawFor(...seed, 'question').pick(open).key : null;
};
