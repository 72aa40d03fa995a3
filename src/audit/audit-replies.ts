import type { Catalog } from '../catalog/catalog.ts';
import { byId } from '../catalog/catalog.ts';
import { type Auditor, createAuditor } from './faults.ts';
import { createSpokenReader } from './spoken-reader.ts';
import type { SpokenTold } from './spoken-reading.ts';
import type { Fault } from './turn.ts';

/** A reply whose fault, or soundness, is known beforehand. */
export interface PlantedReply {
  readonly id: string;
  readonly case: string;
  readonly persona: string;
  readonly rapport: 'guarded' | 'neutral' | 'trusting';
  readonly question: string;
  readonly told: readonly SpokenTold[];
  readonly reply: string;
  /** What is wrong with it; null where nothing is. */
  readonly fault: Fault['kind'] | { readonly kind: Fault['kind'] } | null;
  readonly toldBefore?: readonly string[];
  readonly reported?: readonly string[];
}

interface AuditedReply {
  readonly row: PlantedReply;
  readonly planted: Fault['kind'] | null;
  readonly faults: readonly Fault[];
  /** A fault was planted, and one was found; `isSameKind` where it is also of the kind that was planted. */
  readonly isCaught: boolean;
  readonly isSameKind: boolean;
  readonly isFalseAlarm: boolean;
}

export interface AuditSummary {
  readonly replies: readonly AuditedReply[];
  readonly faulty: number;
  readonly caught: number;
  readonly sameKind: number;
  readonly sound: number;
  readonly falseAlarms: number;
}

/** An auditor for each case, made when first asked for. */
export function auditorsFor(catalog: Pick<Catalog, 'cases' | 'conditions' | 'findings'>): (caseId: string) => Auditor {
  const made = new Map<string, Auditor>();
  return (caseId) => {
    const known = made.get(caseId);
    if (known) return known;
    const { patientCase, truth } = byId('case', catalog.cases, caseId);
    const names = truth.condition === null ? [] : (catalog.conditions.get(truth.condition)?.names ?? []);
    const truthNames = [...new Set([truth.name, ...names])];
    // What no condition and no fact of the case is about can be affirmed or denied in passing: it is no claim.
    const own = new Set(patientCase.facts.map(({ finding }) => finding));
    const findings = new Map(
      [...catalog.findings].filter(([id, { purpose }]) => purpose === 'diagnosis' || own.has(id)),
    );
    const auditor = createAuditor(createSpokenReader({ patientCase, truthNames, findings }));
    made.set(caseId, auditor);
    return auditor;
  };
}

/** Reads every reply and holds what is found against what was planted. */
export function auditReplies(
  rows: readonly PlantedReply[],
  catalog: Pick<Catalog, 'cases' | 'conditions' | 'findings'>,
): AuditSummary {
  const auditorOf = auditorsFor(catalog);
  const replies = rows.map((row): AuditedReply => {
    const { faults } = auditorOf(row.case)(row);
    const planted = typeof row.fault === 'object' ? (row.fault?.kind ?? null) : row.fault;
    return {
      row,
      planted,
      faults,
      isCaught: planted !== null && faults.length > 0,
      isSameKind: planted !== null && faults.some(({ kind }) => kind === planted),
      isFalseAlarm: planted === null && faults.length > 0,
    };
  });
  const count = (is: (reply: AuditedReply) => boolean) => replies.filter(is).length;
  return {
    replies,
    faulty: count(({ planted }) => planted !== null),
    caught: count(({ isCaught }) => isCaught),
    sameKind: count(({ isSameKind }) => isSameKind),
    sound: count(({ planted }) => planted === null),
    falseAlarms: count(({ isFalseAlarm }) => isFalseAlarm),
  };
}
