import type { CaseFact, PatientCase } from '../catalog/case.ts';
import type { Finding } from '../catalog/finding.ts';
import { allWordingsOf, wordedFor } from '../doctor/reference.ts';
import { type ConsultationEvent, isPatientsReply } from '../events/event.ts';
import type { Line } from './interview.ts';

/** Kind words of different kinds, so that no one phrase carries an interview. */
const kindWords = [
  'I am sorry to hear that, it must be hard for you.',
  'I can imagine how worrying this is.',
  'Thank you for telling me, that helps.',
  'That sounds really unpleasant.',
  'I understand why you are worried.',
];

const invitations = ['Please tell me more.', 'Is there anything else?', 'What else have you noticed?'];

/** What an interview about a case leans on. */
export interface ProbeSetting {
  readonly patientCase: PatientCase;
  readonly findings: ReadonlyMap<string, Finding>;
}

function asked(fact: CaseFact, { patientCase, findings }: ProbeSetting): string | null {
  const finding = fact.finding === undefined ? undefined : findings.get(fact.finding);
  if (!finding || finding.kind === 'examination' || finding.kind === 'test') return null;
  return wordedFor(finding.id, { findings }, ['audit', patientCase.id, finding.id]).text;
}

/** Every wording a thorough doctor has for a fact: the reference's own first, in an order of the case, then its plain names. */
function wordingsOf(fact: CaseFact, { patientCase, findings }: ProbeSetting): readonly string[] {
  const finding = fact.finding === undefined ? undefined : findings.get(fact.finding);
  if (!finding || finding.kind === 'examination' || finding.kind === 'test') return [];
  const wordings = allWordingsOf(finding.id, { findings }, ['audit', patientCase.id, finding.id]);
  return [...wordings, ...finding.names.lay.slice(0, 2).map((name) => namedPlainly(name, finding.kind))];
}

function namedPlainly(name: string, kind: Finding['kind']): string {
  return kind === 'history' ? `May I ask about this: ${name}?` : `Have you noticed ${name}?`;
}

/**
 * A thorough and kind interview: every fact of the case is asked for in a reference doctor's words, with a kind word
 * before every third question. What did not come is asked for again in other words, a guarded fact after a kind word, as
 * one does who was not understood; what has no finding is walked through by "anything else?".
 */
export function thoroughInterview(setting: ProbeSetting): (history: readonly ConsultationEvent[]) => Line | null {
  const { facts } = setting.patientCase;
  const left = new Map(facts.map((fact) => [fact.id, [...wordingsOf(fact, setting)]]));
  const lines: string[] = [kindWords[0] ?? '', kindWords[4] ?? ''];
  const isGuarded = (id: string) => facts.some((fact) => fact.id === id && fact.tier === 'guarded');
  const askAbout = (id: string, isKind: boolean) => {
    const wording = left.get(id)?.shift();
    if (wording === undefined) return;
    const kind = kindWords[Math.floor(lines.length / 3) % kindWords.length] ?? '';
    lines.push(isKind || lines.length % 3 === 0 ? `${kind} ${wording}` : wording);
  };
  for (const { id } of facts) askAbout(id, false);
  let invited = facts.filter(({ finding }) => finding === undefined).length + 1;
  return (history) => {
    const said = history.filter(({ type }) => type === 'doctor.asked').length;
    if (said >= lines.length) {
      const told = toldIn(history);
      for (const { id } of facts) if (!told.has(id)) askAbout(id, isGuarded(id));
    }
    const line = lines[said];
    if (line !== undefined) return line;
    return invited-- > 0 ? (invitations[said % invitations.length] ?? null) : null;
  };
}

/** How many lines of that interview it takes to have asked for everything once. */
export function linesOfFirstRound(setting: ProbeSetting): number {
  return 2 + setting.patientCase.facts.filter((fact) => wordingsOf(fact, setting).length > 0).length;
}

/** The facts that were told so far. */
export function toldIn(history: readonly ConsultationEvent[]): ReadonlySet<string> {
  return new Set(
    history.flatMap((event) =>
      'told' in event ? event.told.flatMap(({ fact }) => (fact === null ? [] : [fact])) : [],
    ),
  );
}

/**
 * An everyday interview of some twenty lines, the same for every persona: open and closed questions, several at once,
 * aspects of the complaint, a repetition, a kind word, and a conclusion with a plan.
 */
export function everydayInterview(setting: ProbeSetting): Line[] {
  const { patientCase, findings } = setting;
  const about = (fact: CaseFact | undefined) => (fact && asked(fact, setting)) ?? null;
  const complaint = patientCase.facts.find(({ tier, finding }) => tier === 'volunteered' && finding !== undefined);
  const name = (complaint?.finding && findings.get(complaint.finding)?.names.lay[0]) ?? 'problem';
  const withFinding = patientCase.facts.filter((fact) => asked(fact, setting) !== null);
  const present = withFinding.filter(({ value, tier }) => value === 'present' && tier !== 'volunteered');
  const absent = withFinding.filter(({ value }) => value === 'absent');
  const [one, two, three] = absent.map(({ finding }) => findings.get(finding ?? '')?.names.lay[0] ?? 'fever');
  const severe = withFinding.filter(({ aspects }) => aspects?.severity !== undefined).slice(0, 3);
  const severity = severe.flatMap(({ finding }) =>
    finding === undefined ? [] : wordedFor(`${finding}.severity`, { findings }, ['audit', patientCase.id]).text,
  );
  const again = about(present[0]);
  const lines: (Line | null)[] = [
    'Hello, please tell me what brings you here.',
    'Please tell me more about it.',
    `When did the ${name} start?`,
    `How bad is the ${name}?`,
    ...severity,
    `What is the ${name} like?`,
    again,
    `Have you had any ${one ?? 'fever'}, ${two ?? 'cough'} or ${three ?? 'rash'}?`,
    about(present[1]),
    about(present[2]),
    again,
    about(absent[3]),
    'What else have you noticed?',
    again,
    about(present[3]),
    kindWords[1] ?? null,
    'Is there something that you are worried about?',
    about(present[4]),
    about(absent[4]),
    'Is there anything else you would like to tell me?',
    { concludes: 'I think I know what this is.', plan: 'I would like you to take a tablet every day and to rest.' },
    'You can ask me at any time.',
  ];
  return lines.filter((line) => line !== null);
}

/** The same question over and over: how long a patient bears it. */
export function pestering(setting: ProbeSetting): Line[] {
  const fact = setting.patientCase.facts.find((candidate) => asked(candidate, setting) !== null);
  const question = (fact && asked(fact, setting)) ?? 'Do you have a fever?';
  return Array.from({ length: 14 }, () => question);
}

/** The patient's words of an interview, the opening left out: it is the case's and not the persona's. */
export function spokenIn(history: readonly ConsultationEvent[]): string[] {
  return history.filter((event) => isPatientsReply(event)).map(({ text }) => text);
}
