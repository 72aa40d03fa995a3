import type { AdvisedFile } from '../catalog/lexicon-file.ts';
import { createPhraseBook, type PhraseBook } from './phrases.ts';
import type { PlanItem } from './plan.ts';
import { type Word, wordsOf } from './words.ts';

/** What items of a plan are called in everyday words, by the wording that a condition has for them. */
export type Advised = ReadonlyMap<string, readonly string[]>;

export function createAdvised(file: AdvisedFile): Advised {
  const also = new Map<string, string[]>();
  for (const { terms, also: more } of file)
    for (const term of terms) also.set(term.toLowerCase(), [...(also.get(term.toLowerCase()) ?? []), ...more]);
  return also;
}

/**
 * The items that a sentence advises, in everyday words too. What is denied, advised against or called useless is not
 * advised: "steer clear of ibuprofen", "antibiotics won't help".
 *
 * @param besides items that the same words may mean as well, which then are meant: a tablet that is due is no ointment
 */
export function itemsIn(
  text: string,
  items: readonly PlanItem[],
  advised: Advised,
  besides: readonly PlanItem[] = [],
): Set<string> {
  const words = wordsOf(text);
  const found = bookOf(items, advised, besides)
    .find(words)
    .filter(({ first, last }) => !isAdvisedAgainst(words, first, last));
  return new Set(found.flatMap(({ payload }) => payload));
}

/**
 * The items that a sentence talks the patient out of: "antibiotics would only wreck your gut, so we leave them out". Words
 * that tell what not to wait for, or not to stop, refuse nothing.
 */
export function itemsRefused(text: string, items: readonly PlanItem[], advised: Advised): Set<string> {
  if (unrefusing.test(text)) return new Set();
  const words = wordsOf(text);
  const found = bookOf(items, advised, []).find(words);
  return new Set(
    found.flatMap(({ payload, first, last }) => {
      const near = (from: number, to: number) =>
        words
          .slice(Math.max(0, from), to)
          .filter(({ sentence }) => sentence === words[first]?.sentence)
          .map(({ text }) => text)
          .join(' ');
      // "Avoid irritants, an emollient, gloves": what is to be left alone ends with its part of the sentence.
      const begun = words.findIndex(({ clause }) => clause === words[first]?.clause);
      const isRefused =
        refusing.test(near(Math.max(begun, first - 4), first)) || refused.test(near(last + 1, last + 12));
      return isRefused ? payload : [];
    }),
  );
}

const refusing =
  /\b(?:no need for|not need(?: any| an| a| the)?|not (?:take|start|use|go to|have|give|bother with)|nothing (?:that|like|of the kind|to)|leave out|skip|do without|keep off|keep away from|stay away from|stay out of|steer clear of|avoid|forget|spare you|against|no point in|not worth|rather not|instead of)\b(?: \w+){0,2}$/;
const refused =
  /^(?:\w+ ){0,3}?(?:(?:would|will|can|could) (?:only|just) \w+|(?:is|are) not (?:needed|necessary|worth|for you|wanted|called for)|(?:is|are) (?:nonsense|overkill|poison|useless|pointless|a waste|out of the question|too (?:strong|dangerous|risky|much))|(?:does|do|will) (?:nothing|more harm)|can stay in)|\b(?:so )?(?:we|i|you) (?:will )?(?:leave|skip|drop) (?:it|them|that)(?: out| alone)?\b/;
const unrefusing =
  /\b(?:allerg\w+|unless|until|before|if|when|while|wait\w*|without (?:food|waiting|delay)|not (?:stop|hesitate|worry|forget|miss|wait)|more than|as well|instead (?:we|i|you)|too (?:soon|early|long)|yet|already (?:have|take)|longer)\b/i;

const books = new WeakMap<readonly PlanItem[], PhraseBook<readonly string[]>>();

/** One book a list: an item's list always comes with the same `besides`. */
function bookOf(
  items: readonly PlanItem[],
  advised: Advised,
  besides: readonly PlanItem[],
): PhraseBook<readonly string[]> {
  const known = books.get(items);
  if (known) return known;
  const book: PhraseBook<readonly string[]> = createPhraseBook({ skipSmall: true });
  const own = new Set(items.flatMap(({ terms }) => terms.map(stemsOf)));
  const others = besides.flatMap(({ terms }) => terms).filter((term) => !own.has(stemsOf(term)));
  const meantOtherwise = new Set(others.map(stemsOf));
  for (const term of others) book.add(term, [], (old) => old);
  for (const { id, terms } of items)
    for (const term of [...terms, ...terms.flatMap((one) => advised.get(one.toLowerCase()) ?? [])])
      if (!meantOtherwise.has(stemsOf(term))) book.add(term, [id], (old, added) => [...new Set([...old, ...added])]);
  books.set(items, book);
  return book;
}

const stemsOf = (term: string) =>
  wordsOf(term)
    .map(({ stem }) => stem)
    .join(' ');

/** How far before a name a denial reaches, in words: "do not go and get yourself any …". */
const reachBefore = 8;
const reachAfter = 9;

/** Denials that deny nothing: "don't hesitate to take", "no problem with taking". */
const idle =
  /\b(?:not (?:hesitate|worry|mind|only|just|a problem|hurt to)|no (?:problem|harm|doubt|reason not|rush)|nothing wrong with|never mind|not forget to|can not hurt|could not hurt)\b/g;
const against =
  /\b(?:not|no|never|none|without|nor|neither|avoid\w*|steer clear|stay away|keep away|keep off|lay off|stop\w*|hold off|rather than|instead of|refrain|against|off limits|forget|leave out|careful with|wary of|skip\w*|come off|coming off|stay off|cut out|throw\w*|give up|giving up|hands off|swap\w*|replac\w*|in place of|no more|off (?:your|the)|nothing like|hardly|cannot|wouldn|nobody|without|(?:leave|left|leaving) (?:the|your|any|that)|forbid\w*|refuse|allerg\w+)\b/;
const harmless =
  /\b(?:will|would|can|could|does|should) not (?:do (?:you )?(?:any|much|a) harm|hurt|harm|be a problem)\b/g;
const takenBack =
  /\b(?:(?:does|do|will do) (?:nothing|no good)|(?:can|could|may|might|will) (?:bring on|set off|trigger|cause|harm|hurt|kill|damage|worsen)|(?:off the table|off the menu|out of bounds|last thing|no place|nothing for you|in the cupboard|in the drawer|on the shelf|in the box|for others|the wrong)|(?:so|and|please) (?:avoid|leave|skip|do without))\b|\b(?:(?:will|would|does|do|is|are|can|should|could|must|may) (?:not|never)|(?:makes?|make|making) (?:it|this|that|these|them|things|matters|\w+ \w+) worse|worsens?|(?:do|does|cause|causes|be|is|are|can be|would be) (?:more )?(?:harm\w*|damag\w+|dangerous|unsafe|risky|useless|pointless|out of the question|a bad idea|wrong)|alone then|so leave|leave (?:it|them) alone|not (?:help|work|needed|right|safe)|(?:be|is|are) (?:avoided|off limits|forbidden|ruled out|out)|contraindicated|wrong (?:idea|thing|choice))\b/;

function isAdvisedAgainst(words: readonly Word[], first: number, last: number): boolean {
  const sentence = words[first]?.sentence;
  const own = (word: Word | undefined) => word?.sentence === sentence;
  const turned = words.findLastIndex(
    (word, i) => i < first && own(word) && ['but', 'so', 'then', 'just', 'however', 'instead'].includes(word.text),
  );
  const before = words.slice(Math.max(0, first - reachBefore, turned + 1), first).filter(own);
  const spoken = before
    .map(({ text }) => text)
    .join(' ')
    .replace(idle, '');
  if (against.test(spoken)) return true;
  const leaves = /\b(?:leave|leaving|left|keep|keeping)(?: \w+){0,5}$/.test(spoken);
  // What is true only if something happens takes nothing back: "leave it for a week and come back if it isn't better".
  const rest = words.slice(last + 1, last + 1 + reachAfter).filter(own);
  const turn = rest.findIndex(({ text }) => ['if', 'when', 'unless', 'until'].includes(text));
  const after = turn < 0 ? rest : rest.slice(0, turn);
  // "We'll leave tablets and therapists out of it."
  if (leaves && after.slice(0, 6).some(({ text }) => text === 'out')) return true;
  return takenBack.test(
    after
      .map(({ text }) => text)
      .join(' ')
      .replace(harmless, ''),
  );
}
