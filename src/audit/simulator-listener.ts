import type { Listen } from '../assessor/simulator-verdict.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { auditorsFor } from './audit-replies.ts';

/**
 * The auditor of spoken words as the listener that a verdict on simulators needs: it shares no code with the checks that
 * the words passed when they were spoken. Make one a run; it keeps what it reads of a case.
 *
 * @param catalog the one whose cases are listened to, such as a run's own copy of the library
 */
export function simulatorListener(catalog: Pick<Catalog, 'cases' | 'conditions' | 'findings'>): Listen {
  const auditorOf = auditorsFor(catalog);
  return (reply, { patientCase }) => {
    const { faults, reading } = auditorOf(patientCase.id)(reply);
    const heard = reading.claims.flatMap(({ fact, finding }) => [fact, finding].filter((id) => id !== null));
    return { faults, heard: new Set(heard) };
  };
}
