import type { Aspect } from '../catalog/finding.ts';
import type { Manner, Mention } from '../events/event.ts';
import { contextOf } from './focus.ts';
import type { Lexicon, MannerTag } from './lexicon.ts';
import { isOutOfRole } from './out-of-role.ts';
import type { ReadQuestion } from './question.ts';
import { isTellingMore } from './referent.ts';
import { hear } from './sense/hear.ts';
import type { Turn } from './turn.ts';
import { understand } from './understand.ts';
import { views } from './views.ts';

/** A finding that was asked for, with everything it is called. */
export interface NamedFinding {
  readonly id: string;
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly aspect: Aspect;
}

/** What a turn of the doctor's does besides asking. */
type DoctorsAct =
  | 'ask'
  | 'open'
  | 'examine'
  | 'order'
  | 'greet'
  | 'empathise'
  | 'reassure'
  | 'dismiss'
  | 'fish'
  | 'views'
  | 'state';

/** What is said of a complaint and stands for none itself. */
const ofComplaint: ReadonlySet<string | null> = new Set([
  'previous-similar-episodes',
  'both-eyes-affected',
  'one-joint-only',
  'joints-alike-on-both-sides',
  'possible-trigger',
  'cough-for-months',
  'eyelid-lump-for-weeks',
  'spots-gone-within-a-day',
  'growth-changing-or-bleeding',
]);

/** A finding as it was read. */
interface HeardFinding extends NamedFinding {
  /** Whether a patient hears it as asked for; others are possible, and nobody answers them. */
  readonly heard: boolean;
}

/** What the reader makes of a doctor's words, in words that need no vocabulary of ours to compare. */
export interface Answer {
  /** What was asked for, the likeliest first, and after it what may have been meant as well. */
  readonly findings: readonly HeardFinding[];
  readonly manner: Manner;
  readonly acts: readonly DoctorsAct[];
}

export interface Understander {
  read(text: string, turns: readonly Turn[]): Answer;
  /** Everything that a finding is called. */
  nameOf(finding: string): NamedFinding;
}

/** Reads a doctor's words with the turns before them, from any transcript. */
export function createUnderstander(lexicon: Lexicon): Understander {
  const named = namer(lexicon);
  /** "Have you had this before?" is asked of the complaint at hand, and is called after it. */
  const calledAfter = (mention: Mention, complaint: string | null): NamedFinding => {
    const one = named(mention);
    if (complaint === null || complaint === mention.finding || !ofComplaint.has(mention.finding)) return one;
    const of = named({ finding: complaint, fact: null, aspect: 'presence', resolved: false });
    return { ...one, synonyms: [...one.synonyms, of.name, ...of.synonyms] };
  };
  const read = (text: string, turns: readonly Turn[]): Answer => {
    const context = contextOf(turns, lexicon);
    const { read, likeliest, unsure } = hear(text, context, lexicon);
    // "Tell me more about that" is about what was spoken of; a part that is named alone is meant itself.
    const isMeant = ({ resolved }: Mention) => !resolved || read.tags.has('open') || isTellingMore(text);
    const meant = likeliest.length > 0 ? likeliest : read.vague.filter(isMeant);
    const isSymptom = (id: string | null) => lexicon.findings.get(id ?? '')?.kind === 'symptom';
    const complaint =
      context.focus.find(({ finding }) => isSymptom(finding) && !ofComplaint.has(finding))?.finding ?? null;
    // What is said to the simulator asks the patient for nothing.
    const asked = isOutOfRole(text) ? [] : meant.filter(({ finding }) => finding !== null && !views.has(finding));
    const isAsked = new Set(asked.map(({ finding }) => finding));
    const isFurther = ({ finding }: Mention) => asked.length > 0 && !isAsked.has(finding) && !views.has(finding ?? '');
    return {
      findings: [
        ...asked.map((mention) => ({ ...calledAfter(mention, complaint), heard: true })),
        ...unsure.filter(isFurther).map((mention) => ({ ...calledAfter(mention, complaint), heard: false })),
      ],
      manner: understand(text, context, lexicon, read).manner,
      acts: actsOf(read, lexicon),
    };
  };
  return {
    read,
    nameOf: (finding) => named({ finding, fact: null, aspect: 'presence', resolved: false }),
  };
}

function namer({ findings, body, answeredBy }: Lexicon): (mention: Mention) => NamedFinding {
  const names = new Map<string, Omit<NamedFinding, 'aspect'>>();
  return ({ finding, aspect, resolved }) => {
    const id = finding ?? '';
    const known = names.get(id) ?? nameOf(id);
    names.set(id, known);
    // A pain that was meant without its place is called what the doctor called it.
    const complaint = resolved ? complaintOf(id) : null;
    return complaint === null ? { ...known, aspect } : { ...known, synonyms: [...known.synonyms, complaint], aspect };
  };

  function complaintOf(id: string): string | null {
    return [id, ...body.modified(id)].map((one) => body.complaintOf(one)).find((one) => one !== null) ?? null;
  }

  function broader(id: string): string[] {
    return [
      ...body.modified(id),
      ...[...answeredBy].flatMap(([wider, narrower]) => (narrower.includes(id) ? [wider] : [])),
    ];
  }

  function nameOf(id: string): Omit<NamedFinding, 'aspect'> {
    const finding = findings.get(id);
    const [name = id.replaceAll('-', ' '), ...others] = [
      ...(finding?.names.medical ?? []),
      ...(finding?.names.lay ?? []),
      ...(finding?.called ?? []),
      ...broader(id).flatMap((wider) => [
        ...(findings.get(wider)?.names.medical ?? []),
        ...(findings.get(wider)?.names.lay ?? []),
      ]),
    ];
    const all =
      finding?.kind === 'history' && !id.startsWith('family-') ? [...others, ...asHistory([name, ...others])] : others;
    return { id, name, synonyms: [...new Set(all)].filter((other) => other !== name) };
  }
}

/** "Asthma", "history of asthma" and "asthma history" are one thing to ask for. */
function asHistory(names: readonly string[]): string[] {
  return names
    .filter((name) => !/history/.test(name) && name.split(' ').length <= 3)
    .flatMap((name) => [`history of ${name}`, `${name} history`]);
}

const acts: readonly [MannerTag, DoctorsAct][] = [
  ['greeting', 'greet'],
  ['empathy', 'empathise'],
  ['reassurance', 'reassure'],
  ['dismissal', 'dismiss'],
  ['fishing', 'fish'],
  ['open', 'open'],
];

function actsOf(
  { mentions, requested, sentences, questions, tags }: ReadQuestion,
  { findings }: Lexicon,
): DoctorsAct[] {
  const done = acts.flatMap(([tag, act]) => (tags.has(tag) && (act !== 'open' || mentions.length === 0) ? [act] : []));
  const kinds = new Set(requested.map(({ finding }) => findings.get(finding ?? '')?.kind));
  if (mentions.some(({ finding }) => views.has(finding))) done.push('views');
  if (mentions.some(({ finding }) => !views.has(finding))) done.push('ask');
  if (kinds.has('examination') || sentences.some(({ kind }) => kind === 'examination')) done.push('examine');
  if (kinds.has('test')) done.push('order');
  if (done.length === 0) done.push(questions > 0 ? 'ask' : 'state');
  return done;
}
