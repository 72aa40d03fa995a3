import { type ConsultationEvent, isPatientsReply } from '../../events/event.ts';
import { firstConclusion } from '../../events/history.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import { withoutSelfReports } from '../../language/self-report.ts';
import { contentOf, wordsOf } from '../../language/words.ts';
import { met, notMet, type Rule } from './check.ts';
import { isConditional } from './spoken.ts';

/**
 * Findings in a conclusion at most that are none of this consultation. Some always are: what to look out for, what was ruled
 * out by the picture as a whole.
 */
const mostUntold = 30;

/** Whether the conclusion names findings of this very consultation as its reasons. */
export const explainsBasis: Rule<'explains-basis'> = ({ atLeast }, { history, lexicon }) => {
  const conclusion = firstConclusion(history);
  if (conclusion === null) return notMet('there is no conclusion');
  const concluded = history.find((event) => event.type === 'doctor.concluded');
  const spoken = concluded?.type === 'doctor.concluded' ? concluded.text : '';
  const told = toldIn(history);
  const all = new Set<string>();
  let shared = 0;
  for (const sentence of reasonsIn(
    withoutSelfReports(`${spoken}\n${conclusion.reasoning ?? ''}`),
    [conclusion.plan, conclusion.safetyNet],
    lexicon,
  )) {
    for (const id of findingsIn(sentence, told.findings, lexicon)) all.add(id);
    shared += sharedWords(sentence, told.stems, conclusion.diagnosis);
  }
  const named = [...all].filter((id) => told.findings.has(id));
  // Who names everything there is names what was found as well: that is a list, and no reason.
  if (all.size - named.length > mostUntold)
    return notMet(`the conclusion names ${all.size} findings, most of which nobody told or reported`);
  // What no phrase names may still be the patient's own words: two of them, where a reason is given, are one more finding.
  const count = named.length + (named.length < atLeast ? Math.floor(shared / 2) : 0);
  const reasons = named.slice(0, 4).join(', ') || 'the patient’s own words';
  return count >= atLeast
    ? met(`the conclusion rests on ${reasons}`, concluded?.turn ?? null)
    : notMet(`the conclusion names ${count} of at least ${atLeast} findings of this consultation`);
};

/** The sentences that may hold reasons: what is to be done, and what to do if it gets worse, is none. */
function reasonsIn(text: string, others: readonly (string | null)[], { speech }: Lexicon): string[] {
  const further = others.flatMap((part) => (part ? speech.sentences(part).map((sentence) => sentence.text) : []));
  return speech
    .sentences(text)
    .filter(
      (sentence) =>
        !isConditional(sentence) &&
        !sentence.isAsking &&
        !further.includes(sentence.text) &&
        (!speech.says(sentence, 'doing') || reasoned.test(sentence.text)),
    )
    .map(({ words }) => words);
}

const reasoned =
  /\b(?:because|since|given|based on|judging|points? to|pointing|fits?|fitting|suggests?|adds? up|typical|speaks? for|in keeping|consistent|makes? me think|together with|considering|reason|why i|tells? me|going by|tell me|due to|with (?:a|the|your|this|that|all))\b/;

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
  if (!reasoned.test(sentence.toLowerCase())) return 0;
  const name = new Set(wordsOf(diagnosis).map(({ stem }) => stem));
  return new Set(contentOf(wordsOf(sentence)).flatMap(({ stem }) => (told.has(stem) && !name.has(stem) ? [stem] : [])))
    .size;
}
