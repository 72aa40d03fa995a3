import { type ConsultationEvent, isPatientsReply } from '../../events/event.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import type { SpokenSentence } from '../../language/speech.ts';
import { wordsOf } from '../../language/words.ts';
import type { DoctorsSentence } from './spoken.ts';

/** The first sentence that belittles, hurries or scolds the patient in the doctor's own voice, or null. */
export function firstDismissive(sentences: readonly DoctorsSentence[], lexicon: Lexicon): DoctorsSentence | null {
  return sentences.find((one) => isDismissive(one, lexicon)) ?? null;
}

function isDismissive({ sentence, isClosing }: DoctorsSentence, lexicon: Lexicon): boolean {
  const own = ownVoice(sentence);
  // Who feels with the patient in one breath does not belittle: "we see this a lot, but it must be miserable".
  if (lexicon.speech.says(sentence, 'empathy')) return false;
  return (
    lexicon.speech.stretches(own, 'dismissal').some(({ from, to }) => !isTakenBack(own.text, from, to)) ||
    (belittling.test(own.text) && !isApology.test(own.text)) ||
    (!isClosing && scolding.test(own.text)) ||
    (sentence.isMarked && (nursery.test(own.text) || blaming.test(own.text)))
  );
}

/**
 * The turn of the first reply that was heard as a dismissal, though its words do not show why, or null. Where they do, the
 * sentence has to belittle in the doctor's own voice: "I don't think you're imagining it" does not.
 */
export function heardAsDismissal(history: readonly ConsultationEvent[], { manner, speech }: Lexicon): number | null {
  const isNamed = (text: string) =>
    manner.find(wordsOf(text)).some(({ payload }) => payload.some((tag) => tag === 'dismissal'));
  for (const event of history) {
    if (!isPatientsReply(event) || !event.reading.manner.dismissal) continue;
    const asked = history.find(({ type, turn }) => type === 'doctor.asked' && turn === event.turn);
    const text = asked?.type === 'doctor.asked' ? asked.text : '';
    if (!isNamed(text) || speech.sentences(text).some((sentence) => isNamed(ownVoice(sentence).text)))
      return event.turn;
  }
  return null;
}

const ownVoices = new WeakMap<SpokenSentence, SpokenSentence>();

/** A sentence without what others say, think or fear, and without what the doctor denies: "you feel you're making a fuss". */
function ownVoice(sentence: SpokenSentence): SpokenSentence {
  const known = ownVoices.get(sentence);
  if (known) return known;
  const text = sentence.text.replace(reported, ' ');
  const made = text === sentence.text ? sentence : { ...sentence, text };
  ownVoices.set(sentence, made);
  return made;
}

const reported = new RegExp(
  [
    // "You said you wonder whether …", "people think …", "has anybody told you …"
    `\\b(?:you|he|she|they|people|folk|friends|patients|me|somebody|someone|anybody|anyone|nobody|others|everyone|your \\w+)(?: (?:have|has|had|are|is|were|was|will|would|might|may|also|often|sometimes|still|just|always|do|not|really|even))* (?:said|say|says|tell|tells|told|mention\\w*|wonder\\w*|worry|worries|worried|ask yourself|asked yourself|think|thinks|thought|feel|feels|felt|fear\\w*|afraid|scared|ashamed|believe\\w*|describ\\w+|calls?|called|being told|been told|get told)\\b(?: (?!but |though |however |so )\\S+)*`,
    `\\b(?:is|are|was|were) not (?:all |just |only |really |at all )*(?:your (?:own )?fault|in your (?:head|mind)|nothing\\b|silly|stupid|nonsense|stress|anxiety|nerves|weakness|laziness)`,
    `\\bbeing told(?: (?!but )\\S+)*`,
    `\\bi (?:do not|would not|will not|could not|never|am not going to|can not) (?:\\w+ ){0,2}?(?:think|thought|believe|say|said|mean|meant|tell|pretend|suggest\\w*|imagine)\\b(?: (?!but )\\S+)*`,
  ].join('|'),
  'g',
);

/** A word of belittling that the sentence takes back: "it isn't silly", "it has nothing to do with being lazy". */
function isTakenBack(text: string, from: number, to: number): boolean {
  if (/^(?:do not|not|no|never|nothing|nobody|hardly|stop|quit)\b/.test(text.slice(from, to))) return false;
  return /\b(?:(?:is|are|was|were|am|be) (?:not|never|hardly)|nothing to do with|not because)(?: \w+){0,3} $/.test(
    text.slice(0, from),
  );
}

const isApology = /\b(?:sorry|apologi[sz]e|forgive|thank)\b/;

/** Time that the doctor grudges, whole groups of people looked down on, and what is over the patient's head. */
const belittling = new RegExp(
  [
    `\\b(?:i|we) (?:am|are|have|must|need to|have got) (?:\\w+ ){0,3}?(?:behind|running late|dash|rush off|be off|get off|(?:a|my) (?:lunch|meeting|train|queue)|(?:\\w+ )?(?:more|other|others) (?:visits?|patients?|people|to see|waiting)|get on with (?:my|the))\\b`,
    `\\b(?:queue|line) (?:out |outside|of)|\\bgetting cold\\b|\\btill christmas\\b|\\bonly (?:patient|person) (?:i|we) (?:have|see)\\b`,
    `\\b(?:pick up the pace|get (?:this|it) over|move (?:it |this |things )?along|do try (?:and|to) be quick|be (?:quick|brief) about it|a bit (?:quicker|faster)|the short version|keep it (?:short|brief)|yes or no will do)\\b`,
    `\\byou (?:young |old |middle aged )?(?:women|men|students|teenagers|lads|girls|boys|mothers|mums|moms|pensioners|types|youngsters|millennials)\\b`,
    `\\b(?:you (?:do not|would not|will not) (?:need to |have to )?understand|beyond you|(?:trouble|worry) your (?:pretty |little )*head|expect you to (?:know|understand)|no (?:real )?point (?:in )?asking you|ears open|paying attention)\\b`,
    `\\bif you would (?:only |just )?(?:listened|looked|come|answer|stopped|eaten|taken)\\b|\\bif you had (?:only |just )?(?:listened|looked|come|stopped|eaten|done)\\b.*\\bwould (?:not|have)\\b`,
    `^(?:(?:oh|and|well|but) )*you (?:really |just )?(?:might|could|should|ought to) (?:really |well |easily )?have (?:\\w+ )?(?:come|gone|called|looked|thought|rung|seen)\\b`,
    `^(?:so |and |well )*(?:fine )?whatever\\b(?! (?:you|it|the|they|happens|time|we))`,
  ].join('|'),
);

/** "Do stop sniffling.", "Open your eyes when I'm talking to you." */
const scolding =
  /^(?:(?:oh|and|please|now|well) )*(?:do )?stop (?!taking|smoking|drinking|using|scratching|eating|driving|working|exercising|doing)\w+ing\b|\bwhen i am (?:talking|speaking) to you\b/;

/** The patient asked as a child is: "did we forget our tablets again?" */
const nursery =
  /\b(?:are|did|do|have|were) we (?:\w+ ){0,2}?(?:following|taking|eating|sleeping|drinking|being|forg[eo]t\w*|behav\w+|muddled|confused|happy|sad)\b|\bwe (?:\w+ ){0,3}our (?:tablets|pills|medicines?|tummy|bowels|waterworks|dinner)\b/;

/** "And you left it till now?", "You sat on this all night?" */
const blaming =
  /^(?:(?:and|so|but|well) )*you (?:really |just |only )?(?:left (?:it|this|that)|let (?:it|this|yourself)|sat (?:on|there|at|around|here|with)|waited)\b/;
