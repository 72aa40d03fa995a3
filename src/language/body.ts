import type { BodyFile } from '../catalog/lexicon-file.ts';
import { createPhraseBook, type Found, type PhraseBook } from './phrases.ts';
import type { Word } from './words.ts';

/** What can be wrong with a part of the body. */
interface Complaint {
  readonly id: string;
  readonly of: Readonly<Record<string, string>>;
  readonly each: boolean;
}

/** A complaint that words name, and where: "pain in your knee". */
interface BodyMention {
  readonly finding: string;
  readonly complaint: string;
  /** Null where no part is named: "any pain?" */
  readonly part: string | null;
  readonly first: number;
  readonly last: number;
  /** The complaint stands in a phrase that names another part: "problems with your kidneys or liver". */
  readonly isListed: boolean;
}

/** Parts that somebody asks after by name alone: "how is your knee?", "is your heart good?" */
const isNamedAlone = new Set(
  'heart lung kidney liver stomach abdomen prostate thyroid back neck shoulder elbow wrist hip knee ankle foot leg arm bowel bladder sinus'.split(
    ' ',
  ),
);

/** Circumstances that stand among the parts, as "short of breath" and "stairs" make a complaint of their own; no places. */
const circumstances = new Set(['exertion', 'lying-flat', 'standing-up']);

/** Parts that are joints: what is wrong with one of them is wrong with a joint. */
const joints = new Set(['knee', 'elbow', 'wrist', 'hand', 'hip', 'shoulder', 'ankle', 'foot']);

/** Reads complaint × part, whatever stands between them. */
export interface Body {
  /** Complaints whose words no longer phrase covers; a part may stand anywhere in the sentence. */
  mentions(words: readonly Word[], taken: readonly Found<unknown>[], focus?: readonly string[]): BodyMention[];
  partsIn(words: readonly Word[]): string[];
  /** The same complaint at another part: what "and in your legs?" makes of a pain. */
  moved(finding: string, part: string): string | null;
  /** The complaints that a finding says something more of: what brings the pain on, where it goes. */
  modified(finding: string): readonly string[];
  /** True for a phrase that is nothing but parts: "your feet", "hands or feet". */
  isPart(words: readonly Word[], phrase: Found<unknown>): boolean;
  /** The complaint of a part that is named alone: "how is your knee?", "is your heart good?" */
  ofPart(part: string): string | null;
  /** What a complaint of one joint is of joints at large: the pain in a knee is a pain in a joint. */
  ofJoints(finding: string): string | null;
  /** True for the complaint as such, in no place: a pain. */
  isBare(finding: string): boolean;
  /** The complaint that a finding is, such as pain; null where it is none of these. */
  complaintOf(finding: string): string | null;
}

/** "Has it come back?", "feed him back to sleep": no part of the body is meant. */
const returning =
  /^(?:come|comes|came|coming|go|goes|went|gone|going|get|gets|got|getting|call|called|turn|think|look|looking|cut|cutting|put|give|bring|brought|head|send|sent|hear|scale|bounce|move|moved|step|hold|be|is|are|him|her|them|it|way|far|straight|right|all|fall|falls|drift|fell|welcome|hang|check|report|push|pushed|kick)$/;

function isBack(words: readonly Word[], { first, last }: Found<unknown>): boolean {
  if (first !== last || words[first]?.text !== 'back') return false;
  const before = words[first - 1]?.text ?? '';
  const after = words[first + 1]?.text ?? '';
  return returning.test(before) && !/^(?:pain|ache|problems?|hurt|hurts|spasms?|surgery|and|or)$/.test(after);
}

export function createBody({ parts, complaints, modifiers }: BodyFile): Body {
  const partBook: PhraseBook<string> = createPhraseBook({ skipSmall: true });
  for (const [part, words] of Object.entries(parts)) for (const word of words) partBook.add(word, part);
  const complaintBook: PhraseBook<readonly Complaint[]> = createPhraseBook({ skipSmall: true });
  const byFinding = new Map<string, Complaint>();
  const jointed = new Map<string, string>();
  const bare = new Set(Object.values(complaints).flatMap(({ of }) => of.any ?? []));
  for (const [id, { words, of, each }] of Object.entries(complaints)) {
    const complaint = { id, of, each };
    for (const word of words) complaintBook.add(word, [complaint], (old, added) => [...old, ...added]);
    for (const [part, finding] of Object.entries(of)) {
      if (!byFinding.has(finding) && !circumstances.has(part)) byFinding.set(finding, complaint);
      if (joints.has(part) && of.joint !== undefined) jointed.set(finding, of.joint);
    }
  }

  return {
    mentions: (words, taken, focus = []) => {
      const named = partBook.find(words).filter((part) => !isBack(words, part));
      const mentions: BodyMention[] = [];
      for (const { payload, first, last } of complaintBook.find(words)) {
        const taker = taken.find((phrase) => covers(phrase, first, words));
        const isTaken = taker !== undefined;
        for (const complaint of payload) {
          // "Heart, lung or hormonal problems": the phrase has the last part, the list the others.
          if (isTaken && !complaint.each) continue;
          const free = named.filter(
            (part) =>
              (part.first > last || part.last < first) &&
              (taker === undefined || part.first > taker.last || part.last < taker.first),
          );
          // "Sore throat, itching": the throat belongs to the phrase before the comma.
          const own = free.filter(
            (part) =>
              words[part.first]?.clause === words[first]?.clause ||
              !taken.some((phrase) => covers(phrase, part.first, words) && phrase.last >= part.last),
          );
          const sameSentence = own.filter((part) => words[part.first]?.sentence === words[first]?.sentence);
          // What follows is meant before what precedes: "your knee is fine, any pain in the hip?"
          const ordered = [
            ...sameSentence.filter((part) => part.first > last),
            ...sameSentence.filter((part) => part.last < first).reverse(),
          ].filter(({ payload: part }) => complaint.of[part] !== undefined);
          const meant = complaint.each
            ? ordered
            : ordered.filter((_, i) => i === 0 || isCoordinated(words, ordered, i));
          for (const { payload: part } of meant) {
            const finding = complaint.of[part];
            if (finding !== undefined)
              mentions.push({ finding, complaint: complaint.id, part, first, last, isListed: isTaken });
          }
          const any = complaint.of.any;
          const about = focus.flatMap((spoken) => complaint.of[spoken] ?? [])[0];
          if (meant.length === 0 && !isTaken && about !== undefined)
            mentions.push({
              finding: about,
              complaint: complaint.id,
              part: 'spoken of',
              first,
              last,
              isListed: isTaken,
            });
          else if (meant.length === 0 && !isTaken && any !== undefined)
            mentions.push({ finding: any, complaint: complaint.id, part: null, first, last, isListed: isTaken });
        }
      }
      return mentions;
    },
    partsIn: (words) =>
      partBook
        .find(words)
        .filter((part) => !isBack(words, part))
        .filter(({ first, payload }) => !circumstances.has(payload) && !words[first]?.text.endsWith('ing'))
        .map(({ payload }) => payload),
    moved: (finding, part) => byFinding.get(finding)?.of[part] ?? null,
    modified: (finding) => modifiers[finding] ?? [],
    isPart: (words, { first, last }) => {
      const named = partBook.find(words);
      // "Hands or feet" are two parts and nothing else.
      return words
        .slice(first, last + 1)
        .every(
          ({ isSmall, text }, i) =>
            (isSmall && last > first) ||
            text === 'or' ||
            text === 'and' ||
            named.some((part) => part.first <= first + i && part.last >= first + i),
        );
    },
    ofPart: (part) =>
      isNamedAlone.has(part) ? (complaints.problem?.of[part] ?? complaints.pain?.of[part] ?? null) : null,
    ofJoints: (finding) => jointed.get(finding) ?? null,
    isBare: (finding) => bare.has(finding),
    complaintOf: (finding) => byFinding.get(finding)?.id ?? null,
  };
}

/** "Swelling in your face or gums": the next part is one of a list with those before it, all after the complaint. */
function isCoordinated(words: readonly Word[], parts: readonly Found<string>[], i: number): boolean {
  for (let at = 1; at <= i; at++) {
    const before = parts[at - 1];
    const part = parts[at];
    if (before === undefined || part === undefined || part.first <= before.last) return false;
    const between = words.slice(before.last + 1, part.first);
    if (!between.every(({ text }) => coordinating.has(text))) return false;
    const isComma = words[before.last]?.clause !== words[part.first]?.clause;
    if (!isComma && !between.some(({ text }) => text === 'or' || text === 'and')) return false;
  }
  return true;
}

const coordinating = new Set(
  'or and in on of the your his her any left right side lower upper either maybe around'.split(' '),
);

/** A phrase of two words or more that holds the place: "chest pain" is read as it stands. */
function covers({ first, last }: Found<unknown>, at: number, words: readonly Word[]): boolean {
  if (at < first || at > last) return false;
  let content = 0;
  for (let i = first; i <= last; i++) if (words[i]?.isSmall === false) content++;
  return content > 1;
}
