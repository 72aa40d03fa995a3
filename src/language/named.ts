import type { Aspect } from '../catalog/finding.ts';
import type { Mention } from '../events/event.ts';
import type { Sentence } from './clauses.ts';
import { bothDirections, inDirection } from './direction.ts';
import { framed } from './framed.ts';
import type { Lexicon } from './lexicon.ts';
import type { LexiconEntry } from './lexicon-entry.ts';
import type { Found } from './phrases.ts';
import { phrasesIn } from './phrases-in.ts';
import type { ReadingContext } from './reading-context.ts';
import { isApart, mainOf, type ReadStretch } from './subordinate.ts';
import { contentOf, type Word } from './words.ts';

export function mentionOf(finding: string, aspect: Aspect | null): Mention {
  return { finding, fact: null, aspect: aspect ?? 'presence', resolved: false };
}

/** What phrases name, and complaints put together from what is wrong and where. */
export function mentionsIn(
  words: readonly Word[],
  found: readonly Found<LexiconEntry>[],
  asked: Aspect | null,
  context: ReadingContext,
  lexicon: Lexicon,
): Mention[] {
  const spoken = context.focus.flatMap(({ finding }) => finding ?? []).slice(0, 2);
  const isBare = ({ payload }: Found<LexiconEntry>) => payload.findings.every((id) => lexicon.body.isBare(id));
  const body = lexicon.body.mentions(
    words,
    found.filter((phrase) => !isBare(phrase)),
    spoken,
  );
  const placed = body.filter(({ part }) => part !== null);
  // "Pain anywhere" is a pain without a place, whatever phrase says so; "get hurt" is an injury, and no pain.
  const saysTheSame = ({ payload }: Found<LexiconEntry>, complaint: string) =>
    payload.findings.every((id) => lexicon.body.complaintOf(id) === complaint);
  const phrases = found.filter(
    (phrase) =>
      !placed.some((one) => !one.isListed && one.first >= phrase.first && one.first <= phrase.last) &&
      !(
        isBare(phrase) &&
        body.some((one) => one.first >= phrase.first && one.first <= phrase.last && saysTheSame(phrase, one.complaint))
      ),
  );
  const named = new Set([
    ...phrases.flatMap(({ payload }) => payload.findings),
    ...placed.map(({ finding }) => finding),
  ]);
  // "Any pain, fever or cough, and for how long?" asks for three presences first.
  const shared = named.size <= 2 ? asked : null;
  const complaints = new Set([...named].map((finding) => lexicon.body.complaintOf(finding)));
  const read: ReadStretch[] = [];
  for (const { payload, first, last } of phrases)
    for (const finding of payload.findings)
      read.push({
        first,
        last,
        weight: contentOf(words.slice(first, last + 1)).length,
        mention: mentionOf(finding, payload.aspect ?? shared),
      });
  for (const { finding, complaint, part, first, last } of body) {
    if (part !== null) read.push({ first, last, weight: 2, mention: mentionOf(finding, shared) });
    else if (phrases.some((phrase) => first >= phrase.first && first <= phrase.last)) continue;
    // "Any chest pain? Is the pain bad?": a bare pain is the one that was named.
    else if (!complaints.has(complaint)) {
      const meant = context.focus.find(
        (one) => one.finding !== null && lexicon.body.complaintOf(one.finding) === complaint,
      );
      read.push({
        first,
        last,
        weight: 1,
        mention: meant ? { ...meant, aspect: asked ?? 'presence', resolved: true } : mentionOf(finding, asked),
      });
    }
  }
  const mentions: Mention[] = [];
  addNew(
    mentions,
    [...mainOf(narrowest(read, words, lexicon), words)].sort((a, b) => a.first - b.first).map(({ mention }) => mention),
  );
  return mentions;
}

/** "Short of breath on the stairs" asks for the second alone, where no list names both. */
function narrowest(read: readonly ReadStretch[], words: readonly Word[], { body }: Lexicon): readonly ReadStretch[] {
  return read.filter((one) => {
    const { finding } = one.mention;
    if (finding === null) return true;
    return !read.some((other) => {
      const of = body.modified(other.mention.finding ?? '');
      if (
        body.isBare(finding) &&
        (other.mention.finding ?? '').includes(finding) &&
        of.some((id) => sameComplaint(id, finding, body))
      )
        return true;
      return of.includes(finding) && (one.first === other.first || !isApart(words, one, other));
    });
  });
}

export function sameComplaint(one: string, other: string, body: Lexicon['body']): boolean {
  return body.complaintOf(one) !== null && body.complaintOf(one) === body.complaintOf(other);
}

/** What a sentence that does not ask speaks of. */
export function namedIn(sentence: Sentence, context: ReadingContext, lexicon: Lexicon): Mention[] {
  const found = phrasesIn(sentence.words, context, lexicon);
  const frame = framed(sentence, found, context, lexicon);
  if (frame !== null) return frame.map((finding) => mentionOf(finding, null));
  return mentionsIn(sentence.words, found, null, context, lexicon);
}

export function painsOf({ words }: Sentence, lexicon: Lexicon): Mention[] {
  return lexicon.body
    .mentions(words, [])
    .filter(({ part, complaint }) => part !== null && complaint === 'pain')
    .map(({ finding }) => mentionOf(finding, null));
}

export function requestsIn({ words }: Sentence, lexicon: Lexicon): Mention[] {
  const findings = lexicon.requests.find(words).flatMap(({ payload }) => payload.findings);
  return [...new Set(findings)].map((finding) => mentionOf(finding, null));
}

/** Adds what is not there yet; what is asked for both ways keeps no direction. */
export function addNew(mentions: Mention[], more: readonly Mention[]): void {
  for (const mention of more) {
    const at = mentions.findIndex((known) => mentionKey(known) === mentionKey(mention));
    const known = mentions[at];
    if (known === undefined) mentions.push(mention);
    // "Can you sleep? Any trouble sleeping?" asks for one thing both ways.
    else mentions[at] = inDirection(known, bothDirections(known.direction, mention.direction));
  }
}

/** What two questions have in common when the second repeats the first. */
export function mentionKey({ finding, fact, aspect }: Mention): string {
  return `${finding ?? `fact:${fact}`}.${aspect}`;
}
