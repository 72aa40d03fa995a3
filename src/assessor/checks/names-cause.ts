import { isDenied } from '../../language/negation.ts';
import type { SpokenSentence } from '../../language/speech.ts';
import { contentOf, wordsOf } from '../../language/words.ts';
import { met, notMet, type Rule } from './check.ts';
import { doctorsSentences, isConditional, quoted } from './spoken.ts';

/** Whether the patient was told what is probably the matter: said, and not only noted as the diagnosis. */
export const namesCause: Rule<'names-cause'> = (_, { history, lexicon }) => {
  const concluded = history.find((event) => event.type === 'doctor.concluded');
  if (concluded === undefined) return notMet('there is no conclusion');
  const diagnosis = concluded.conclusion.diagnosis.trim();
  if (diagnosis === '' || unknown.test(diagnosis)) return notMet('the conclusion names no cause');
  const [name = diagnosis] = diagnosis.split(/[,;(]/);
  const said = doctorsSentences(history, lexicon).find(
    ({ sentence, isClosing }) =>
      isClosing && !sentence.isAsking && !isConditional(sentence) && (presents(sentence) || holds(sentence, name)),
  );
  return said
    ? met(`says what it is: ${quoted(said.sentence)}`, said.turn)
    : notMet('the patient is not told what it is');
};

const unknown =
  /^(?:\W*|(?:it(?:'s| is) )?(?:unknown|unclear|uncertain|undetermined|undifferentiated|none|n\/?a|nothing|not (?:known|clear|sure|determined)|no (?:diagnosis|idea|clear)|i (?:don't|do not|can't|cannot)|pending|to be (?:\w+ed|seen|known|found|said)|tbd|cannot (?:say|tell)|hard to say|further)\b.*)$/i;

/** All words of a name, undenied. */
function holds({ words: said }: SpokenSentence, name: string): boolean {
  const words = wordsOf(said);
  const wanted = new Set(contentOf(wordsOf(name)).map(({ stem }) => stem));
  const places = words.flatMap(({ stem }, index) => (wanted.has(stem) ? [index] : []));
  const [first = 0] = places;
  return (
    wanted.size > 0 &&
    new Set(places.map((index) => words[index]?.stem)).size === wanted.size &&
    !isDenied(words, first, places.at(-1) ?? first)
  );
}

/** "I think it is a sore joint", "what you've got is most likely …", "doctors call it …": a name in whatever words. */
function presents({ text }: SpokenSentence): boolean {
  const found = presenting.exec(text);
  return found !== null && !idle.test(text.slice(found.index + found[0].length)) && !withholding.test(text);
}

const thing =
  '(?:it|this|that|all this|all of this|these|they|here|what (?:you have|we have|i see|you are having|is behind it)(?: got)?)';
const likely =
  '(?:probably|likely|almost certainly|most likely|very likely|in all likelihood|a case of|called|down to|due to|caused by|coming from|the result of|because of|a sign of)';
const presenting = new RegExp(
  [
    `\\b(?:i|we) (?:really |do |still |now |strongly |would |rather )?(?:think|believe|suspect|reckon|say|feel|fear|assume|conclude|am (?:very |quite |fairly |pretty |rather )?(?:sure|certain|worried|afraid|convinced|confident)) (?:that )?(?:(?:you|she|he) (?:probably |most likely |very likely )?(?:have|has|are having|are suffering from|may have|might have)|${thing} (?:\\w+ )?(?:is|are|has to be|comes? from|must be|might be|may be|could be|looks like)|your (?:\\w+ ){1,14}?(?:is|are|has|have|went))`,
    `\\b(?:i|we) suspect (?:a|an|the)`,
    `\\b(?:${thing}|the (?:\\w+ ){0,3}?(?:cause|reason|trouble|problem|diagnosis|answer|name|culprit|explanation)(?: \\w+ (?:it|this|that|all this|your \\w+))?) (?:is|are|looks|sounds|seems?|comes?|appears?)(?: to be)? (?:\\w+ ){0,3}?(?:${likely}|like (?:a|an|the)|from (?:a|an|the|your))`,
    `\\bin all (?:likelihood|probability) (?:it|this|that|you|we|these)\\b`,
    `\\bthe (?:likely |probable |likeliest |most likely )(?:cause|reason|diagnosis|explanation|culprit) is`,
    `\\byou (?:${likely}|clearly|do) have (?:got )?(?:a|an|the|some)?`,
    `\\byou (?:have|have got) (?:what (?:we|doctors) call|something called|a condition called|an illness called|a touch of|a case of)`,
    `\\b(?:doctors|we|people|it gets|which) (?:call|calls|are called|is called|called) (?:it|this|that)?`,
    `\\bthe (?:medical )?name (?:for|of) (?:it|this|that|what)`,
    `\\b(?:that|this|it|everything|all of it|all this|the picture) (?:all )?(?:fits|points to|adds up to|speaks for|suggests)`,
  ].join('|'),
);
/** What follows names no illness. */
const idle =
  /^ ?(?:(?:a|an|the|really|very|just|quite|all|most|been|that|to be|going to be|in) )*(?:nothing|fine|all right|alright|okay|ok|time|best|good|important|worth|better|right|wise|safe|sensible|enough|too|not|to|had|done|something|things?|lot|bit|few|point|reason|clear|unclear|hard|difficult|possible|understood|brave|patient|kind|strong|lucky|tired|right|what|how|why|been through)\b/;
const withholding =
  /\b(?:(?:several|many|dozen|various|sorts of|number of|different|lots of|few) (?:things|reasons|causes|possibilities|explanations|illnesses|conditions)|(?:label|name) (?:on|to) (?:it|this)|rather (?:not|leave)|leave (?:that|it|the)|hard to say|too early|not (?:sure|certain|clear|know|yet know|think|believe|say|tell)|unclear|unlikely|cannot (?:say|tell|know)|what is causing)\b/;
