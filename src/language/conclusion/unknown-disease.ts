import type { Named } from './mentions.ts';
import type { NameFound } from './name-finder.ts';
import type { Token } from './tokens.ts';

/** Words that are diseases by their ending, where the word is none of a sign. */
const diseaseWord =
  /(?:itis|osis|oma|emia|aemia|opathy|iasis|plegia|trophy|penia)$|^(?:syndrome|disease|disorder|carcinoma|cancer|infection|failure|embolism|thrombosis|fracture|palsy|neuralgia|insufficiency|retention|dissection|rupture|torsion|obstruction|perforation|hernia|tumou?r|poisoning|intoxication)$/;
const signs =
  /^(?:diagnosis|prognosis|leuk?ocytosis|lymphocytosis|microcytosis|neutrophilia|cyanosis|ecchymosis|lymphadenopathy|thrombocytosis|hyperemia|hyperaemia|haematoma|hematoma|symptoma|coma|halitosis|ptosis|miosis)$/;

/** What follows a disease that something else comes from. */
const relations = new Set('due secondary caused resulting complicated complicating'.split(' '));
const joining = new Set(['of', 'the', 'in', 'a', 'an']);
/** What follows a diagnosis, behind a mark, where another is less likely. */
const lessThan =
  /^(?:less|least|can|cannot|possibly|query|differential|ddx|alternatively|rarely|perhaps|maybe|rule|second)$/;
/** What people complain of: the diagnosis is what it comes from. */
const complaint =
  /(?:ache|pain|algia|dynia|ness|ing|phagia|pnoea|pnea)$|^(?:cough|fever|rash|syncope|collapse|vertigo|nausea|diarrh?o?ea|fatigue|itch|discharge|symptoms?|attacks?|spells?|confusion|palpitations?|lesions?|papules?|plaques?|blisters?|vesicles?|spots?|patch(?:es)?|lumps?|bumps?|dilatation|anorexia|malaise|tinnitus|hypertension|tachycardia|hypotension|haematuria|hematuria|dysuria|jaundice|constipation|incontinence|h(?:a)?emoptysis|faint|fall|falls|scale|erythema|redness|oedema|edema|ulcers?|picture|changes?|presentation|eyes?|throat|abdomen|neck|knees?|legs?|mood|breath|joints?|skin|nails?|lids?|back|chest|head|foot|toe|hands?|vision|gait|weight|hair|stool|urine|blood)$/;

/**
 * A disease in no list that stands where the first diagnosis stands: the item of a numbered list ("1. Tracheitis"), what
 * comes from another ("tracheal stenosis due to …"), or what is likelier ("tracheitis, less likely …"). Elsewhere a disease's
 * word is as often a sign.
 */
export function unknownDisease(
  tokens: readonly Token[],
  names: readonly NameFound<Named>[],
  isItem: boolean,
): NameFound<Named> | null {
  const payload = { identity: 'unknown', condition: null };
  const start = names[0]?.first ?? tokens.length;
  if (
    isItem &&
    names.length === 0 &&
    tokens.some(({ text }) => /^\p{L}{3,}$/u.test(text)) &&
    !tokens.some(({ isNegation }) => isNegation)
  )
    return { payload, first: 0, last: tokens.length - 1, size: 1 };
  let end = 0;
  while (end < start && end < 6 && isNoun(tokens[end])) end++;
  const head = tokens[end - 1];
  let reach = end; // "perforation of the colon due to …"
  while (reach < start && reach < 9 && (isNoun(tokens[reach]) || joining.has(tokens[reach]?.text ?? ''))) reach++;
  if (head === undefined || complaint.test(head.text) || signs.test(head.text)) return null;
  const next = tokens[end];
  const isHead = diseaseWord.test(head.text) && (next === undefined || end < start) && !next?.isNegation;
  const isFirst =
    names.length > 0 &&
    (relations.has(tokens[reach]?.text ?? '') ||
      (!next?.isWord && end < start && lessThan.test(tokens[end + 1]?.text ?? '')));
  return isHead || isFirst
    ? { payload: { ...payload, identity: `unknown ${head.stem}` }, first: 0, last: end - 1, size: 1 }
    : null;
}

function isNoun(token: Token | undefined): boolean {
  return token?.isWord === true && !token.isNegation && /^[\p{L}]+$/u.test(token.text) && !stops.has(token.text);
}

const stops = new Set(
  `the a an this that it he she you your his her their my our i we there with given because since as in on of for from by
   due to after following and or but is are was were has have had likely probably possibly most query suspected known
   history previous prior past family no not rule ruled excluded having although though while if when all both either
   neither every some any which what who secondary caused resulting complicated complicating can could may might would less more i think signs symptoms features evidence findings picture`.split(
    /\s+/,
  ),
);
