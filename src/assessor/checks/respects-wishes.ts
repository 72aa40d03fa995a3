import { findingsAsked } from './asked.ts';
import { met, notMet, type Rule } from './check.ts';

/** Whether the doctor asked what the patient thinks, fears, hopes for or does not want. */
export const respectsWishes: Rule<'respects-wishes'> = ({ findings }, { history }) => {
  const asked = findingsAsked(history);
  const found = findings.find((id) => asked.has(id));
  return found === undefined
    ? notMet(`asked about none of ${findings.join(', ')}`)
    : met(`asked about ${found}`, asked.get(found) ?? null);
};
