import type { PatientCase } from '../catalog/case.ts';
import type { Finding } from '../catalog/finding.ts';

/** Who is asked about in the first person, and who by somebody else. */
type Whose = Pick<PatientCase, 'demographics' | 'proxy'>;

/**
 * What everybody knows of themselves though no case tells of it, in the ways of saying it: how old they are, and who they are.
 * Null where the finding is something else.
 */
export function identityWords(finding: string, { demographics: { age }, proxy }: Whose): readonly string[] | null {
  switch (finding) {
    case 'age': {
      const years = ageWords(age);
      return proxy === null
        ? [`I'm ${years}.`, `${capitalised(years)}.`, `I'm ${years} now.`]
        : [`${proxy.pronoun === 'he' ? "He's" : "She's"} ${years}.`, `${capitalised(years)}.`];
    }
    case 'name-and-identity':
      return proxy === null
        ? ["It's on the form, there.", 'You have it there in my notes.', "It's written at the top of my notes."]
        : [
            `This is ${proxy.patient}, and I'm the ${proxy.relation}.`,
            `I'm the ${proxy.relation}. I've come with ${proxy.patient}.`,
          ];
    default:
      return null;
  }
}

/** Of what somebody of the other sex can have; null where this patient could have it. */
export function otherSexWords(
  finding: Pick<Finding, 'sex'> | undefined,
  { demographics: { age, sex }, proxy }: Whose,
): readonly string[] | null {
  if (finding?.sex === undefined || finding.sex === sex || proxy !== null) return null;
  const others = sex === 'male' ? (age < 16 ? 'a girl' : 'a woman') : age < 16 ? 'a boy' : 'a man';
  return [`I'm not ${others}, doctor.`, `No. I'm not ${others}.`, `That can't be, I'm not ${others}.`];
}

/** Of how somebody lives, where the case says nothing of it: nobody is unsure whether they are married. */
export const nothingSpecial = [
  "There's nothing special to tell there.",
  "I don't think that has anything to do with it.",
  'All much as it always was there.',
  "That's all quite ordinary.",
] as const;

function ageWords(years: number): string {
  if (years >= 2) return String(Math.floor(years));
  const months = Math.round(years * 12);
  return months === 12 ? 'one' : `${months} months old`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
