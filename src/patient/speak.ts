import type { Persona } from '../catalog/persona.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Decision, Part } from './decide.ts';

type Pool = keyof Persona['phrases'];

export interface Voice {
  readonly persona: Persona;
  readonly lexicon: Lexicon;
  /** Words of the persona's for a purpose; goes through the pool from reply to reply. */
  readonly pick: (pool: Pool) => string;
}

/** Puts a decision into words: the case's own, joined in the persona's way. Nothing is told that was not decided. */
export function speak(decision: Decision, voice: Voice): string {
  const { pick } = voice;
  switch (decision.act) {
    case 'leave':
      return pick('leave');
    case 'fishing':
      return pick('fishing');
    case 'notUnderstood':
      return pick('notUnderstood');
    case 'nothingMore':
      return pick('nothingMore');
    case 'small talk':
      return decision.asksBack ? pick('askBack') : smallTalk(decision, voice);
    case 'answer':
      return answer(decision, voice);
  }
}

function smallTalk({ mood }: Decision, { pick }: Voice): string {
  return mood.patience === 'irritated' ? pick('irritated') : 'Okay.';
}

function answer({ parts, mood, asksBack, digresses }: Decision, voice: Voice): string {
  const { pick, persona } = voice;
  const told = parts.filter((part) => part.kind === 'tell');
  const denied = told.filter((part) => part.told.value === 'absent' && part.words === null);
  const sentences: string[] = [];
  if (mood.patience === 'irritated') sentences.push(pick('irritated'));
  if (told.length > 0 && told.every(({ repeated }) => repeated)) sentences.push(pick('repeated'));
  for (const part of withoutEchoes(parts)) {
    const isDenial = part.kind === 'tell' && part.told.value === 'absent' && part.words === null;
    if (!isDenial) sentences.push(sentenceFor(part, parts.length === 1, voice));
    else if (part === denied[0]) sentences.push(denial(denied, voice));
  }
  if (told.some((part) => part.told.aspect === 'severity')) {
    if (persona.dials.severityShift < 0) sentences.push(pick('playDown'));
    if (persona.dials.severityShift > 0) sentences.push(pick('stress'));
  }
  if (digresses) sentences.push(pick('digress'));
  if (asksBack) sentences.push(pick('askBack'));
  return sentences.join(' ');
}

/** Not knowing, or not wanting to say, is said once, however much was asked. */
function withoutEchoes(parts: readonly Part[]): Part[] {
  return parts.filter((part, i) => 'told' in part || parts.findIndex(({ kind }) => kind === part.kind) === i);
}

function sentenceFor(part: Part, isOnly: boolean, { pick }: Voice): string {
  switch (part.kind) {
    case 'unsure':
      return pick('unsure');
    case 'hold':
      return pick('hold');
    case 'unchecked':
      return 'I don’t know, nobody has checked that yet. You can go ahead and look.';
    case 'volunteer':
      return ended(part.words);
    case 'tell': {
      const words = ended(part.words ?? '');
      const asksForPresence = part.told.aspect === 'presence' && part.told.value === 'present' && isOnly;
      return asksForPresence && !/^(yes|yeah|no)\b/i.test(words) ? `${pick('affirm')} ${words}` : words;
    }
  }
}

function denial(parts: readonly Part[], { pick, lexicon }: Voice): string {
  const names = parts.flatMap((part) =>
    part.kind === 'tell' && part.told.finding !== null ? layName(part.told.finding, lexicon) : [],
  );
  const [first = 'nothing like that', ...others] = names;
  if (others.length === 0) return pick('deny').replace('{finding}', first);
  const last = others.pop();
  return `No ${[first, ...others].join(', no ')} and no ${last}.`;
}

function layName(finding: string, lexicon: Lexicon): string {
  return lexicon.findings.get(finding)?.names.lay[0] ?? finding.replaceAll('-', ' ');
}

function ended(words: string): string {
  return /[.!?…]["”’]?$/.test(words) ? words : `${words}.`;
}
