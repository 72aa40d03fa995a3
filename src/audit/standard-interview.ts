import type { CaseFact, PatientCase } from '../catalog/case.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { noContext } from '../language/reading-context.ts';
import { understand } from '../language/understand.ts';
import type { Line } from './interview.ts';

/**
 * A short interview that shows how a patient is: an open question, how it began and how bad it is, one thing asked three
 * times, three things asked at once, a medical term, a kind word with a question after worries, an invitation, a request
 * for the diagnosis, and a conclusion with a plan. It depends on the case alone: all personas hear the same words.
 */
export function standardInterview({ facts }: PatientCase, lexicon: Lexicon): readonly Line[] {
  const symptoms = facts.flatMap((fact) => {
    const name = nameOf(fact, lexicon);
    return name === null ? [] : [{ ...fact, name }];
  });
  const complaints = symptoms.filter(({ tier }) => tier === 'volunteered');
  const complaint = (complaints.find(({ aspects }) => aspects?.severity !== undefined) ?? complaints[0])?.name;
  const direct = symptoms.filter(({ tier }) => tier === 'direct');
  const [isThere = complaint ?? 'fever'] = shortFirst(direct.filter(({ value }) => value === 'present'));
  const again = `Do you have ${isThere}?`;
  const [one = 'fever', two = 'cough', three = 'dizziness'] = shortFirst(
    direct.filter(({ value }) => value === 'absent'),
  );
  return [
    'Hello, please tell me what brings you here.',
    again,
    `When did the ${complaint ?? 'problem'} start?`,
    `How bad ${/[^s]s$/.test(complaint ?? '') ? 'are' : 'is'} the ${complaint ?? 'problem'}?`,
    `Have you had ${one}, ${two} or ${three}?`,
    again,
    again,
    'Have you had any dyspnoea?',
    'I am sorry, that must be hard for you. Is there something that worries you?',
    'Is there anything else you would like to tell me?',
    'What do you think the diagnosis is?',
    {
      concludes: 'I think I know what this is.',
      plan: 'Please take a tablet every evening, rest, and come back if it gets worse.',
    },
  ];
}

/** Names of one word fit any sentence; those of more, such as "hands affected", do not always. */
function shortFirst(symptoms: readonly { name: string }[]): string[] {
  const words = ({ name }: { name: string }) => name.split(' ').length;
  return [...symptoms].sort((a, b) => words(a) - words(b)).map(({ name }) => name);
}

/** An everyday name of a symptom that a question may use: it is read as that symptom and as no other. */
function nameOf({ finding: id }: CaseFact, lexicon: Lexicon): string | null {
  const finding = id === undefined ? undefined : lexicon.findings.get(id);
  if (finding?.kind !== 'symptom') return null;
  const isRead = (name: string) => {
    const { mentions } = understand(`Do you have ${name}?`, noContext, lexicon);
    return mentions.length === 1 && mentions[0]?.finding === finding.id;
  };
  return finding.names.lay.find(isRead) ?? null;
}
