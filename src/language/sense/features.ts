import type { Lexicon } from '../lexicon.ts';
import type { ReadQuestion } from '../question.ts';
import type { ReadingContext } from '../reading-context.ts';
import type { Candidate } from './candidates.ts';
import type { Sensed } from './network.ts';

/** What the choice goes by. Its order is the order of the trained weights. */
export function featuresOf(
  text: string,
  candidates: readonly Candidate[],
  { shares, gates }: Sensed,
  read: ReadQuestion,
  { focus, topic }: ReadingContext,
  { findings, answeredBy, body }: Lexicon,
): number[][] {
  const nothing = shares[0] ?? 0;
  const rules = read.mentions.flatMap(({ finding }) => finding ?? []);
  const named = new Set(rules);
  const resolved = new Set(read.mentions.flatMap(({ finding, resolved }) => (resolved && finding) || []));
  const [vague, stated, requested] = [idsOf(read.vague), idsOf(read.stated), idsOf(read.requested)];
  const [inFocus, inTopic] = [idsOf(focus), idsOf(topic)];
  const greatest = Math.max(...candidates.map(({ share }) => share), 0);
  const second = [...candidates].map(({ share }) => share).sort((a, b) => b - a)[1] ?? 0;
  const ofRules = Math.max(...candidates.map(({ finding, share }) => (named.has(finding) ? share : 0)), 0);
  const kinds = new Set(read.sentences.map(({ kind }) => kind));
  const shared = [
    logOf(nothing),
    nothing,
    ...gates,
    Math.min(3, named.size),
    flag(named.size === 0),
    flag(vague.size > 0),
    flag(read.requested.length > 0),
    flag(read.tags.has('open')),
    Math.min(3, read.questions),
    Math.log(1 + text.length),
    flag(text.trimEnd().endsWith('?')),
    flag(kinds.has('examination')),
    flag(kinds.has('plan')),
    flag(inFocus.size > 0),
    greatest,
    second,
    logOf(ofRules),
  ];
  return candidates.map(({ finding, share, rank }) => {
    const kind = findings.get(finding)?.kind;
    const narrower = answeredBy.get(finding) ?? [];
    const wider = body.modified(finding);
    return [
      ...shared,
      logOf(share),
      share,
      rank,
      logOf(share / (nothing + 1e-6)),
      share / (greatest + 1e-6),
      flag(named.has(finding)),
      flag(rules[0] === finding),
      flag(resolved.has(finding)),
      flag(vague.has(finding)),
      flag(focus[0]?.finding === finding),
      flag(inFocus.has(finding)),
      flag(topic[0]?.finding === finding),
      flag(inTopic.has(finding)),
      flag(stated.has(finding)),
      flag(requested.has(finding)),
      flag(!named.has(finding) && narrower.some((id) => named.has(id))),
      flag(!named.has(finding) && wider.some((id) => named.has(id))),
      flag(narrower.some((id) => inFocus.has(id)) || wider.some((id) => inFocus.has(id))),
      flag(kind === 'symptom'),
      flag(finding.startsWith('family-')),
      flag(body.isBare(finding)),
    ];
  });
}

function idsOf(mentions: readonly { readonly finding: string | null }[]): ReadonlySet<string> {
  return new Set(mentions.flatMap(({ finding }) => finding ?? []));
}

function flag(is: boolean): number {
  return is ? 1 : 0;
}

/** Shares differ by powers of ten. */
function logOf(share: number): number {
  return Math.log10(share + 1e-5);
}
