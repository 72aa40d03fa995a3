import type { CaseFact, CaseReport, PatientCase } from '../catalog/case.ts';
import { aspects } from '../catalog/finding.ts';
import type { Protocol } from '../catalog/protocol.ts';
import type { BodyOf, ShownImage, Told } from '../events/event.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Patient } from '../patient/patient.ts';

export interface OpeningSetting {
  readonly patientCase: PatientCase;
  readonly lexicon: Lexicon;
  readonly protocol: Pick<Protocol, 'opening' | 'images'>;
}

/** A patient whose opening holds what the protocol adds to the complaint: all that the case knows, the case's pictures. */
export function openingUnder({ patientCase, lexicon, protocol }: OpeningSetting, patient: Patient): Patient {
  if (protocol.opening === 'complaint' && protocol.images !== 'opening') return patient;
  return {
    reply: (history, signal) => patient.reply(history, signal),
    open: async (signal) => {
      const opened = await patient.open(signal);
      const told = protocol.opening === 'everything' ? everything(opened, patientCase, lexicon) : opened;
      return protocol.images === 'opening' ? { ...told, images: imagesOf(patientCase) } : told;
    },
  };
}

/** The pictures of a case's reports, each once. */
function imagesOf({ examinations, tests }: PatientCase): ShownImage[] {
  const shown = [...examinations, ...tests].flatMap((report) => imageOf(report) ?? []);
  return shown.filter(({ file }, i) => shown.findIndex((other) => other.file === file) === i);
}

/** What a doctor is shown of a report's picture. */
export function imageOf({ image }: CaseReport): ShownImage | null {
  return image ? { file: image.file, caption: image.caption, alternative: image.alternative } : null;
}

/** The opening, and after it every fact in its own words, what is absent by its name, and every report. */
function everything(
  opened: BodyOf<'patient.opened'>,
  { facts, examinations, tests }: PatientCase,
  lexicon: Lexicon,
): BodyOf<'patient.opened'> {
  const reports = [...examinations, ...tests];
  const text = [
    opened.text,
    ...facts.flatMap((fact) => wordsOf(fact, lexicon)),
    ...reports.map(({ name, report }) => `${name}: ${report}`),
  ].join('\n');
  return { ...opened, text, told: [...facts.flatMap(toldOf), ...reports.map(reported)] };
}

function wordsOf({ id, finding, value, says, tier }: CaseFact, lexicon: Lexicon): string[] {
  // The opening says of the volunteered ones that they are there.
  const words = aspects.flatMap((aspect) =>
    aspect === 'presence' && tier === 'volunteered' ? [] : (says?.[aspect] ?? []),
  );
  if (words.length > 0) return [words.join(' ')];
  if (value === 'present') return [];
  return [`No ${lexicon.findings.get(finding ?? '')?.names.lay[0] ?? (finding ?? id).replaceAll('-', ' ')}.`];
}

function toldOf(fact: CaseFact): Told[] {
  const base = { fact: fact.id, finding: fact.finding ?? null, as: 'true', basis: 'fact' } as const;
  const isNamed = fact.finding !== undefined;
  return [
    { ...base, aspect: 'presence', value: isNamed ? fact.value : null },
    ...aspects
      .filter((aspect) => aspect !== 'presence' && fact.says?.[aspect] !== undefined)
      .map(
        (aspect): Told => ({ ...base, aspect, value: aspect === 'presence' ? null : (fact.aspects?.[aspect] ?? null) }),
      ),
  ];
}

function reported({ id, finding, value }: CaseReport): Told {
  return { fact: id, finding: finding ?? null, aspect: 'presence', value: value ?? null, as: 'true', basis: 'fact' };
}
