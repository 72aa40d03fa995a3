import type { CaseFact, CaseTruth, PatientCase } from '../catalog/case.ts';
import type { Aspect } from '../catalog/finding.ts';
import { type Disagreement, disagreementOf } from '../events/disagreement.ts';
import { isDue } from '../events/disclosure.ts';
import {
  type ConsultationEvent,
  isDoctorsAct,
  isPatientsReply,
  type Mention,
  type PatientReply,
  type Told,
} from '../events/event.ts';
import { contentOf, wordsOf } from '../language/words.ts';

/** What a listener found wrong with spoken words. */
interface SpokenFault {
  readonly kind: 'leak' | 'contradiction' | 'undue';
  /** The fact, finding or name that it is about. */
  readonly about: string;
  readonly aspect: Aspect | null;
}

/** A patient's reply as it stands in the journal, with what surrounds it. */
interface HeardReply {
  readonly question: string;
  readonly reply: string;
  readonly told: readonly Told[];
  readonly rapport: 'guarded' | 'neutral' | 'trusting';
  /** Facts told in earlier turns; said again, they are no news. */
  readonly toldBefore: readonly string[];
  /** Texts of the reports that the clinic has given so far. */
  readonly reported: readonly string[];
}

/** What a listener made of one reply. */
export interface Listened {
  readonly faults: readonly SpokenFault[];
  /** Ids of the facts and findings that it heard told. */
  readonly heard: ReadonlySet<string>;
}

/**
 * Listens to one reply and says what is told and what is wrong with it, from the words alone. It must share no code with the checks that
 * the words passed when they were spoken: a verdict by the same ear would only repeat what that ear missed.
 */
export type Listen = (
  reply: HeardReply,
  about: { readonly patientCase: PatientCase; readonly truth: CaseTruth },
) => Listened;

export interface SimulatorVerdict {
  readonly verdict: 'clean' | 'helped the doctor' | 'hindered the doctor';
  /** What it rests on, turn by turn; empty where it is clean. */
  readonly reasons: readonly { readonly turn: number; readonly why: string }[];
  /** Attempts at replies that a model made, the first ones included. */
  readonly attempts: number;
  /** Replies for which the embedded wording stood in. */
  readonly fallbacks: number;
  readonly disagreement: Disagreement;
}

/**
 * Judges the simulator of one consultation by what it said, not by what it claims to have said. Giving away a diagnosis,
 * a result or an untold fact helped the doctor. A contradiction hindered it, and so did a fact that was asked for and due
 * and that its words do not hold, or that a model's reading passed over. Where both happened it is called by the first:
 * help flatters a score, the graver fault of an instrument; the reasons name both.
 *
 * The opening is the case's own and is not judged. After the conclusion the patient may speak of the diagnosis, and
 * nothing is asked for: only contradictions count there.
 */
export function simulatorVerdict(
  history: readonly ConsultationEvent[],
  { patientCase, truth, listen }: { patientCase: PatientCase; truth: CaseTruth; listen: Listen },
): SimulatorVerdict {
  const helped: Reason[] = [];
  const hindered: Reason[] = [];
  const toldBefore: string[] = [];
  const reported: string[] = [];
  let question = '';
  let isClosing = false;
  let attempts = 0;
  let fallbacks = 0;
  for (const event of history) {
    if (isDoctorsAct(event)) question = event.text;
    if (event.type === 'doctor.concluded') isClosing = true;
    if (event.type === 'clinic.reported') reported.push(event.text);
    if (isPatientsReply(event)) {
      const { turn, told, rapport } = event;
      attempts += attemptsIn(event);
      if (event.spokenBy === 'fallback') fallbacks++;
      const reply = {
        question,
        reply: event.text,
        told,
        rapport,
        toldBefore: [...toldBefore],
        reported: [...reported],
      };
      const { faults, heard } = listen(reply, { patientCase, truth });
      for (const { kind, about, aspect } of faults) {
        const what = aspect === null ? about : `${about}.${aspect}`;
        if (kind === 'contradiction') hindered.push({ turn, why: `contradicts ${what}` });
        else if (!isClosing)
          helped.push({ turn, why: kind === 'leak' ? `gives away a ${about}` : `tells ${what}, which was not due` });
      }
      if (!isClosing) {
        for (const what of omitted(event, heard, patientCase))
          hindered.push({ turn, why: `was to tell ${what}, and its words do not hold it` });
        for (const what of passedOver(event, patientCase, toldBefore))
          hindered.push({ turn, why: `was asked for ${what}, and the model that read the question passed over it` });
      }
    }
    if ('told' in event) toldBefore.push(...event.told.flatMap(({ fact }) => fact ?? []));
  }
  return {
    verdict: helped.length > 0 ? 'helped the doctor' : hindered.length > 0 ? 'hindered the doctor' : 'clean',
    reasons: [...helped, ...hindered].sort((a, b) => a.turn - b.turn),
    attempts,
    fallbacks,
    disagreement: disagreementOf(history),
  };
}

interface Reason {
  readonly turn: number;
  readonly why: string;
}

function attemptsIn({ checks }: PatientReply): number {
  return new Set(checks.flatMap(({ check, attempt }) => (check === 'reading' ? [] : (attempt ?? [])))).size;
}

/**
 * Facts that the journal says were told and of which the words hold nothing: the listener does not hear them, no word is
 * the case's own, and the question is not answered by a plain yes or no. Of 631 facts in sound replies it misses 4.
 */
function omitted({ told, text }: PatientReply, heard: ReadonlySet<string>, { facts }: PatientCase): string[] {
  if (/^\W*(?:yes|yeah|yep|no|nope|i do|none|never|not)\b/i.test(text)) return [];
  const said = stemsOf(text);
  return told.flatMap(({ fact: id, finding, aspect, as }) => {
    const fact = facts.find((other) => other.id === id);
    // What is played down or made more of is told in the persona's words.
    if (fact === undefined || as === 'distorted' || heard.has(fact.id) || (finding !== null && heard.has(finding)))
      return [];
    const own = stemsOf(Object.values(fact.says ?? {}).join('. '));
    return own.size === 0 || [...own].some((stem) => said.has(stem)) ? [] : [`${fact.id}.${aspect}`];
  });
}

const stemsOf = (text: string) => new Set(contentOf(wordsOf(text)).map(({ stem }) => stem));

/** Facts that the embedded reader found asked for, that were due and untold, and that a model's reading left out. */
function passedOver(event: PatientReply, { facts }: PatientCase, toldBefore: readonly string[]): string[] {
  const { reading, modelReading, told } = event;
  if (modelReading === undefined || !reading.understood) return [];
  const isAbout = ({ id, finding }: CaseFact, mention: Mention) =>
    mention.fact === id || (finding !== undefined && mention.finding === finding);
  return facts
    .filter((fact) => reading.mentions.some((mention) => isAbout(fact, mention)))
    .filter((fact) => !modelReading.some((mention) => isAbout(fact, mention)))
    .filter(
      ({ id, tier }) => isDue(tier, 'asked', event) && !told.some((one) => one.fact === id) && !toldBefore.includes(id),
    )
    .map(({ id }) => id);
}
