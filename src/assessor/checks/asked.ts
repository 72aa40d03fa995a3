import { type ConsultationEvent, isPatientsReply } from '../../events/event.ts';
import { met, notMet, type Rule } from './check.ts';
import { doctorsSentences, firstSaying, quoted } from './spoken.ts';

/** Findings that a doctor asked about before concluding, with the turn each was first asked in. */
export function findingsAsked(history: readonly ConsultationEvent[]): Map<string, number> {
  const asked = new Map<string, number>();
  for (const event of history) {
    if (event.type === 'doctor.concluded') break;
    const mentions =
      event.type === 'clinic.reported' ? event.mentions : isPatientsReply(event) ? event.reading.mentions : [];
    for (const { finding, fact } of mentions) {
      const id = finding ?? fact;
      if (id !== null && !asked.has(id)) asked.set(id, event.turn);
    }
  }
  return asked;
}

/** Whether enough of some findings were asked about. */
export const asked: Rule<'asked'> = (
  { findings, kinds, atLeast, and, andWorded = [], worded },
  { history, lexicon },
) => {
  const all = findingsAsked(history);
  const counts = (id: string) =>
    (findings?.includes(id) ?? true) && (kinds?.some((kind) => lexicon.findings.get(id)?.kind === kind) ?? true);
  const found = [...all.keys()].filter(counts);
  const turn = Math.max(0, ...found.map((id) => all.get(id) ?? 0));
  if (found.length === 0 && worded !== undefined) {
    const before = doctorsSentences(history, lexicon).filter(({ isClosing }) => !isClosing);
    const said = firstSaying(before, worded, lexicon);
    if (said) return met(`asked ${quoted(said.sentence)}`, said.turn);
  }
  if (found.length < atLeast)
    return notMet(
      `asked about ${found.length} of at least ${atLeast}${found.length > 0 ? `: ${found.join(', ')}` : ''}`,
    );
  const before = doctorsSentences(history, lexicon).filter(({ isClosing }) => !isClosing);
  const isWorded = andWorded.some((act) => firstSaying(before, act, lexicon) !== null);
  if (and && !isWorded && !and.some((id) => all.has(id))) return notMet(`asked about none of ${and.join(', ')}`);
  return met(`asked about ${found.slice(0, 6).join(', ')}`, turn);
};
