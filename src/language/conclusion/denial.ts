import { joint } from './joint.ts';

const negation =
  /\b(?:not|no|never|neither|nor|nothing|without|hardly|unlikely|against|exclud(?:es?|ed|ing)|rul(?:es?|ed|ing) out|absence of|negative for|rather than|instead of|as opposed to|in place of|except(?: for)?|doubt(?:ful)?|free of|lack of|improbable|ruling against|dismiss(?:ed|es|ing)?|reject(?:ed|s|ing)?|discard(?:ed|s|ing)?|discount(?:ed|s|ing)?|refut(?:ed|es|ing)|disprov(?:ed|es|ing)|less than|far from|anything but|unlike|contrary to|mistaken for|mis(?:diagnosed|taken|read|labelled) (?:as|for)|mimick?(?:s|ed|ing)?|masquerad\w*(?: as)?|(?:initially|first|originally|at first) (?:\w+ )?(?:thought|suspected|considered|taken|treated|diagnosed)(?: (?:to be|as|for|of))?)\b(?!.*\b(?:not|no|never|neither|nor|without|hardly|unlikely|against|exclud(?:es?|ed|ing)|rul(?:es?|ed|ing) out|rather than|instead of)\b)/;

/** After these a negation before them says nothing of what follows: "not relieved by rest and suggests …". */
const turns =
  /\b(?:suggest\w*|indicat\w*|point\w*|therefore|hence|thus|so|confirm\w*|consistent|represent\w*|mean\w*|make\w*|call|explained|lead\w*|conclude|favou?r\w*|diagnose|instead|rather)\b/;

/** A negation that takes away no more than the certainty. */
const possibilities: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:(?:can|could|may|should|must|do|does|did|is|are|was|has|have|been|be|will|would) )*(?:not|never|hardly|no way to|difficult to|hard to|impossible to|unable to|yet to|too early to)(?: (?:yet|be|been|to|fully|completely|entirely|totally|safely|reliably|definitely|definitively|absolutely|altogether|fully|formally|rigorously|quite|with certainty))* (?:exclud\w+|rul\w+ out|out ?rul\w+|discount\w*|dismiss\w*|off the table)\b/g,
    'maynot',
  ],
  [/\b(?:not|never)\b[^@]*\b(?:sure|certain|positive)\b[^@]*\bnot\b/g, 'maynot'],
  [/\b(?:no|without(?: a| any)?|little|beyond(?: any)?) (?:reasonable )?(?:doubt|question)\b|\bundoubtedly\b/g, ''],
  [/\b(?:nothing|none|no|not (?:any|some)thing) (?:other|more|else|but)(?: than)?\b|\bnothing but\b/g, ''],
  [
    /\bnot yet (?:proven|confirmed|certain)\b|\buntil proven otherwise\b|\bnot (?:uncommon|unusual|untypical|atypical|unlike\w*)(?: for| of)?\b/g,
    '',
  ],
  [/\bnot (?:as|so|quite as|nearly as) (?:likely|probable)\b|\b(?:less|least) (?:likely|probabl[ey])\b/g, 'lesslikely'],
  [/(^|[,(] ?|\b(?:to|must|should|need to|please|will|and) )(?:rule out|exclude)(?= )/g, '$1maynot'],
  [/\bnot only\b|\bnot just\b|\bnot merely\b/g, 'notonly'],
  [/\bhaving (?:excluded|ruled out)\b/g, 'excluded'],
  [/\bcan be (?:safely |now |confidently )?(excluded|ruled out)\b/g, '$1'],
  [/\b(?:known|referred to) as\b|\bwhat (?:is|we) (?:known|call)\b/g, 'called'],
  [/\bhistory (?=is\b|was\b|suggests?\b|points?\b|fits?\b|and\b|typical\b|consistent\b|with\b|makes?\b)/g, 'story '],
];

const deniedAfter =
  /^(?:(?! maynot)[^,@;])*?\b(?:excluded|ruled out|unlikely|rejected|dismissed|discarded|discounted|improbable|refuted|disproved|absent|out of the question|doubtful|off the (?:table|list)|taken off|initially (?:suspected|considered|thought)|not (?:likely|present|supported|confirmed|the|a concern|my|fit|fitting|felt|thought|suspected|seem|the case|explain)|less fitting)\b|^(?:(?! maynot)[^,@;])*?\b(?:does|do|did|would) not (?:fit|explain|match|account|apply|hold|convince|suit)\b|^\s*(?:is |was |:)?\s*(?:no|negative|absent|out)\s*(?:$|[,).])/;
const deniedItself =
  /\b(?:exclud\w*|rul\w* out|against|reject\w*|refut\w*|disprov\w*|argue\w* against) (?:it|this|that|them|these|both)\b|\b(?:it|this|that) (?:is|was|has been) (?:therefore |thus |now )?(?:excluded|ruled out|unlikely|rejected|discarded|dismissed)\b|\brul\w+ (?:it|this|that|them) out\b/;

/** Words before and after a mention, as far as they can say something of it. */
export interface Around {
  /** From the start of the clause. */
  readonly before: string;
  /** From the mention before, or the start of the clause. */
  readonly since: string;
  /** To the next mention, or the end of the clause. */
  readonly after: string;
  /** From the mention before to the end of the clause. */
  readonly rest: string;
}

/** A sentence with its double negations made plain: "cannot be ruled out" keeps possible, "no doubt" is none. */
export function withoutDoubleNegations(sentence: string): string {
  let plain = sentence;
  for (const [pattern, word] of possibilities) plain = plain.replace(pattern, word);
  return plain;
}

/** Whether a mention is denied; `isAfterDenied` says that it goes on a list whose last member was. */
export function isDeniedIn({ before, since, after, rest }: Around, isAfterDenied: boolean): boolean {
  if (deniedAfter.test(after)) return true;
  // "no A, B or C" denies all; "not A, B" denies A.
  if (isAfterDenied && /\b(?:or|nor|and)\b|\//.test(rest) && denying.test(before)) return true;
  const cue = negation.exec(since.replace(/\bnotonly\b/g, ''));
  if (cue === null) return false;
  const behind = since.slice(cue.index + cue[0].length);
  if (/[,()]/.test(behind) || behind.split(' ').length > reach) return false;
  return !(/^(?:not|never|without)$/.test(cue[0]) && turns.test(behind.replace(/^ \w+/, '')));
}

/** How far a negation reaches, in words. */
const reach = 12;
const denying = /\b(?:no|not|nor|neither|without|excluded|against|out|than|of|for|unlikely|denied)\b/;

/** Whether what stands behind a list denies all of it: "A, B and C are excluded". */
export function deniesBefore(after: string): boolean {
  return deniedAfter.test(after);
}

/** Whether a clause denies what was last spoken of: "… but the smear excludes it". */
export function deniesIt(clause: string): boolean {
  return deniedItself.test(clause);
}

/** The members of a list that ends at `last` and is joined by "and" or "or", without the last: places in `betweens`. */
export function listBefore(betweens: readonly string[], last: number): number[] {
  const members: number[] = [];
  let isList = false;
  for (let i = last; i > 0; i--) {
    const between = betweens[i] ?? '';
    isList ||= /\b(?:and|or|nor)\b|\//.test(between);
    if (!joint.test(between) || !isList) break;
    members.push(i - 1);
  }
  return members;
}
