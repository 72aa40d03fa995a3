import type { PatientCase } from '../../catalog/case.ts';
import type { Finding } from '../../catalog/finding.ts';
import { type ConsultationEvent, isPatientsReply } from '../../events/event.ts';

type Part = 'complaint' | 'background';

/** Filed under the history, and yet about the complaint: what brought it on, and what was tried against it. */
const aboutComplaint = new Set(['possible-trigger', 'treatments-tried']);

/** Parts of an imported history, by what they are about. */
const partOfSection: Readonly<Record<string, Part>> = {
  'current-complaint': 'complaint',
  symptoms: 'complaint',
  'review-of-systems': 'complaint',
  'past-illnesses': 'background',
  'past-operations': 'background',
  'current-medicines': 'background',
  allergies: 'background',
  'family-history': 'background',
  'social-history': 'background',
};

/** What it needs to know of a finding. */
type Filed = ReadonlyMap<string, Pick<Finding, 'kind' | 'purpose'>>;

/**
 * Whether the complaint was explored before the background: of all pairs of a thing asked about the complaint (symptoms,
 * what brought them on, what was tried) and a thing asked about the background (history and exposures; not what a patient
 * thinks, fears or wishes), the share in which the complaint came first. Both in one turn count as half. Each thing counts
 * where it was first asked about.
 *
 * @returns 1 where all of the complaint came first, 0 where it came last, .5 where the two were mixed; null where either is missing
 * @see Mann and Whitney 1947: it is their U over the number of pairs
 */
export function orderOf(
  history: readonly ConsultationEvent[],
  findings: Filed,
  patientCase: Pick<PatientCase, 'facts'>,
): number | null {
  const turns: Record<Part, number[]> = { complaint: [], background: [] };
  const sections = new Map(patientCase.facts.map(({ id, section }) => [id, section]));
  const seen = new Set<string>();
  for (const event of history) {
    if (event.type === 'doctor.concluded') break;
    if (!isPatientsReply(event)) continue;
    for (const { finding, fact, aspect } of event.reading.mentions) {
      const id = finding ?? fact;
      if (id === null || seen.has(`${id} ${aspect}`)) continue;
      seen.add(`${id} ${aspect}`);
      const part = finding === null ? partOfSection[sections.get(id) ?? ''] : partOf(finding, findings);
      if (part) turns[part].push(event.turn);
    }
  }
  const { complaint, background } = turns;
  if (complaint.length === 0 || background.length === 0) return null;
  let first = 0;
  for (const one of complaint) for (const other of background) first += one < other ? 1 : one === other ? 0.5 : 0;
  return first / (complaint.length * background.length);
}

function partOf(id: string, findings: Filed): Part | null {
  const { kind, purpose } = findings.get(id) ?? {};
  if (kind === 'symptom' || aboutComplaint.has(id)) return 'complaint';
  return (kind === 'history' || kind === 'exposure') && purpose !== 'rapport' ? 'background' : null;
}
