import { type ConsultationEvent, isPatientsReply } from '../../events/event.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import { withoutSelfReports } from '../../language/self-report.ts';
import { contentOf, wordsOf } from '../../language/words.ts';
import { addressesJudge } from '../addresses-judge.ts';
import { met, notMet, type Rule } from './check.ts';
import { concludedWith, isConditional } from './spoken.ts';

/**
 * Findings in a conclusion at most that are none of this consultation. Some always are: what to look out for, what was ruled
 * out by the picture as a whole.
 */
const mostUntold = 30;

/** Whether the conclusion names findings of this very consultation as its reasons. */
export const explainsBasis: Rule<'explains-basis'> = ({ atLeast, aloud = false }, { history, lexicon }) => {
  const concluded = history.find((event) => event.type === 'doctor.concluded');
  if (concluded === undefined) return notMet('there is no conclusion');
  const { diagnosis, plan, safetyNet } = concluded.conclusion;
  const told = toldIn(history);
  const all = new Set<string>();
  const named = new Set<string>();
  let shared = 0;
  const heard = new Set<string>();
  for (const { words, isNoted, follows } of reasonsIn(concluded, [plan, safetyNet], aloud, lexicon)) {
    // What is noted and said as well is one reason.
    if (heard.has(words)) continue;
    heard.add(words);
    const found = findingsIn(words, told.findings, lexicon);
    for (const id of found) all.add(id);
    // One finding in a sentence that gives no reason may be the name of the illness, or what it does.
    const here = new Set(found.filter((id) => told.findings.has(id)));
    const isReason = isNoted || follows || reasoned.test(words.toLowerCase());
    if (isReason || (here.size >= atLeast && stated.test(words.toLowerCase()))) for (const id of here) named.add(id);
    // Words of several sentences meet by chance: who talks on would be told to have reasons.
    if (isReason) shared += Math.floor(sharedWords(words, told.stems, diagnosis) / 2);
  }
  // Who names everything there is names what was found as well: that is a list, and no reason.
  if (all.size - named.size > mostUntold)
    return notMet(`the conclusion names ${all.size} findings, most of which nobody told or reported`);
  // What no phrase names may still be the patient's own words: two of them in one sentence that gives a reason are one more finding.
  const count = named.size + (named.size < atLeast ? shared : 0);
  const reasons = [...named].slice(0, 4).join(', ') || 'the patient’s own words';
  return count >= atLeast
    ? met(`the conclusion rests on ${reasons}`, concluded.turn)
    : notMet(`the conclusion names ${count} of at least ${atLeast} findings of this consultation`);
};

interface Reason {
  readonly words: string;
  /** It stands in the notes, where nothing but reasons does. */
  readonly isNoted: boolean;
  /** It goes on from a sentence that says that reasons come: "I'll tell you what I go by." */
  readonly follows: boolean;
}

/** The sentences that may hold reasons: what is to be done, what to do if it gets worse, and words to whoever grades are none. */
function reasonsIn(
  concluded: Extract<ConsultationEvent, { type: 'doctor.concluded' }>,
  others: readonly (string | null)[],
  aloud: boolean,
  { speech }: Lexicon,
): Reason[] {
  const further = others.flatMap((part) => (part ? speech.sentences(part).map((sentence) => sentence.text) : []));
  const { reasoning } = concluded.conclusion;
  return concludedWith(concluded, { noted: !aloud }).flatMap((text) => {
    const isNoted = text === reasoning;
    let left = 0;
    return speech.sentences(withoutSelfReports(text)).flatMap((sentence) => {
      const follows = left > 0;
      left = announcing.test(sentence.text) ? reasonsFollowing : left - 1;
      return !isConditional(sentence) &&
        !sentence.isAsking &&
        !addressesJudge(sentence.words) &&
        !further.includes(sentence.text) &&
        ((!speech.says(sentence, 'doing') && !treating.test(sentence.text)) || concluding.test(sentence.text))
        ? [{ words: sentence.words, isNoted, follows }]
        : [];
    });
  });
}

/** Sentences at most that reasons go on for once they were announced. */
const reasonsFollowing = 3;

const announcing =
  /\b(?:(?:what|all) (?:i|we) (?:go|am going|are going|base|rely|look|have to go)|(?:my|the|these are (?:my|the)|here are (?:my|the)) reasons?|why i (?:say|think|believe)|what makes me|how i (?:know|came|come|got) (?:to )?|what (?:speaks|points|tells)|(?:i|we) (?:go by|base|say so|come to|think so)|(?:here|this) is (?:why|what (?:we|i) (?:found|saw)))\b/;

/** What ties a finding to the diagnosis. */
const reasoned =
  /\b(?:because|since|given|based on|judging|points? to|pointing|fits?|fitting|suggests?|adds? up|typical|speaks? (?:for|against)|in keeping|consistent|makes? me think|together with|considering|reasons?|why i|tells? me|going by|go by|tell me|due to|with (?:a|the|your|this|that|all) .*\b(?:i think|i believe|i suspect|i(?:'m| am) thinking|this is|it is|must be|likely|probably)|(?:i think|i believe|i suspect|this is|it is|must be|likely|probably) .*\bwith (?:a|the|your|this|that|all))\b/;

/** "You need an X-ray because of the cough" gives a reason for the X-ray; these give one for the diagnosis. */
const concluding =
  /\b(?:points? to|fits?|suggests (?:a|an|that|it)|adds? up|speaks? (?:for|against)|in keeping|consistent|makes? me think|i (?:think|believe|suspect|am thinking) .*\b(?:because|since|given)|(?:because|since|given|with (?:a|the|your)) .*\bi(?: am|'m)? (?:think|believe|suspect|thinking))\b/;

/** The plan, where it is a bare list. */
const treating =
  /\b(?:(?:i|we) (?:would )?(?:suggest|propose|recommend|advise|would do)|(?:once|twice|three times|four times|times) (?:a day|daily)|for (?:a|one|two|three|four|seven|ten) (?:days?|weeks?)|at bedtime|tablets? (?:called|of|with|for|that)|take (?:it|them|two|one|a)|see (?:me|you) (?:in|again))\b/;

/** What was found, told as such: no explanation of what an illness does. */
const stated =
  /\b(?:you(?:'ve|'re| have| had| told| said| are| were| get| feel| felt| got| mentioned| described|r [a-z]+(?: [a-z]+)? (?:is|was|are|were|shows?|hurts?))|(?:the|your) (?:[a-z]+ ){1,3}(?:shows?|showed|found|came back|is|are|was|were)|normal|negative|positive|raised)\b|:\s*(?:it|this|that)(?:'s| is| must be)\b/;

function toldIn(history: readonly ConsultationEvent[]): { findings: Set<string>; stems: Set<string> } {
  const findings = new Set<string>();
  const stems = new Set<string>();
  for (const event of history) {
    if (event.type !== 'patient.opened' && event.type !== 'clinic.reported' && !isPatientsReply(event)) continue;
    for (const { finding } of event.told) if (finding !== null) findings.add(finding);
    for (const { stem } of contentOf(wordsOf(event.text))) stems.add(stem);
  }
  return { findings, stems };
}

/** What a patient tells and what a clinic reports are in two books; "the blood tests" are one reason, whatever they hold. */
function findingsIn(
  sentence: string,
  told: ReadonlySet<string>,
  { phrases, exact, requests, telling }: Lexicon,
): string[] {
  const words = wordsOf(sentence);
  const own = [phrases, exact, telling().statements].flatMap((book) =>
    book.find(words).flatMap(({ payload }) => payload.findings),
  );
  const reported = requests.find(words).flatMap(({ payload }) => payload.findings.find((id) => told.has(id)) ?? []);
  return [...own, ...reported];
}

function sharedWords(sentence: string, told: ReadonlySet<string>, diagnosis: string): number {
  const name = new Set(wordsOf(diagnosis).map(({ stem }) => stem));
  return new Set(contentOf(wordsOf(sentence)).flatMap(({ stem }) => (told.has(stem) && !name.has(stem) ? [stem] : [])))
    .size;
}
