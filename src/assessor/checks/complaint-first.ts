import { isPatientsReply } from '../../events/event.ts';
import { met, notMet, type Rule } from './check.ts';

/** Whether the complaint was gone into before the patient's background. */
export const complaintFirst: Rule<'complaint-first'> = ({ atLeast, background }, { history, lexicon }) => {
  let explored = 0;
  const isBackground = new Set(background);
  for (const event of history) {
    if (event.type === 'doctor.concluded') break;
    if (!isPatientsReply(event)) continue;
    const { mentions, manner } = event.reading;
    const ids = mentions.flatMap(({ finding }) => finding ?? []);
    if (explored < atLeast && ids.some((id) => isBackground.has(id) || id.startsWith('family-')))
      return notMet(
        `asks for the background in turn ${event.turn}, after ${explored} of ${atLeast} questions on the complaint`,
      );
    const isOpen = manner.form === 'open';
    explored += isOpen ? 1 : ids.filter((id) => lexicon.findings.get(id)?.kind === 'symptom').length;
    if (explored >= atLeast) return met(`the complaint is gone into first, by turn ${event.turn}`, event.turn);
  }
  return notMet(`only ${explored} of ${atLeast} questions on the complaint`);
};
