import type { Aspect } from '../catalog/finding.ts';
import type { Topic } from './spoken-reading.ts';
import { type Clause, plainText } from './spoken-text.ts';
import { type ThingKind, thingKinds } from './things.ts';
import { contradiction, type Fault, isOwnWords, ofTheTalk, remote, sound, type Turn } from './turn.ts';

/** Of what others say and do for one, not of what is told. */
const bystanding =
  /\b(?:says?|said|thinks?|told|tells?|reckons?|made me|makes me|brought me|drove me|worr\w+|lent|keeps?|calls?|nags?|wants?|insist\w*|noticed|jokes?|laughs?|asks?|hates?|loves?|jealous|teas\w+|bless|you|poor|imagine)\b/;

/** Another thing of the same kind where the case names one, in the words for what was to be told. */
export function exchanged(turn: Turn): Fault[] {
  const { told, reply, reader } = turn;
  if (told.length === 0 || told.length > 2) return [];
  const around = `${reader.opening.plain} ${plainText(reply.question)}`;
  for (const topic of told) {
    if (!topic.fact || topic.value !== 'present' || topic.plain === '') continue;
    const aspects = reply.told.filter(({ fact, finding }) => fact === topic.id || finding === topic.id);
    for (const kind of thingKinds) {
      const aspect = aspectFor(
        kind,
        topic,
        aspects.map((one) => one.aspect),
      );
      if (aspect === null) continue;
      const fault = exchangedOf(turn, topic, kind, aspect, around);
      if (fault) return [fault];
    }
  }
  return [];
}

function aspectFor({ facts, aspects }: ThingKind, { id }: Topic, told: readonly Aspect[]): Aspect | null {
  if (facts && !facts.test(id)) return null;
  if (!aspects) return told[0] ?? 'presence';
  return told.find((aspect) => aspects.test(aspect)) ?? null;
}

function exchangedOf(turn: Turn, topic: Topic, kind: ThingKind, aspect: Aspect, around: string): Fault | null {
  const { things, unless } = kind;
  const line = kind.aspects ? lineOf(topic, aspect) : topic.plain;
  const own = things.filter((thing) => thing.test(line));
  if (own.length === 0) return null;
  const clauses = turn.reading.text.clauses.filter(({ frame }) => frame === 'statement' || frame === 'other-person');
  const whole = clauses.map(({ text }) => text).join(' , ');
  if (own.some((thing) => thing.test(whole))) return null;
  const others = turn.told.map(({ plain }) => plain).join(' , ');
  for (const clause of clauses) {
    if (clause.negations > 0 || bystanding.test(clause.text) || ofTheTalk.test(clause.text)) continue;
    if (unless?.test(clause.text) || (remote.test(clause.text) && !remote.test(topic.plain))) continue;
    // "the bottom one" of two lids is the lower one
    const isHeight = /\b(?:top|bottom) (?:one|lid|eyelid|lip|teeth|tooth|gum|row|half|bit|part|left|right)\b/.test(
      clause.text,
    );
    if (isHeight && kind.kind === 'part of the body') continue;
    const alien = things.find((thing) => thing.test(clause.text) && !thing.test(around) && !thing.test(others));
    if (!alien || isOwnWords(turn, clause, 0.75)) continue;
    const met = alien.exec(clause.text)?.[0];
    return contradiction(topic, aspect, clause, `${met}, where the case says ${own[0]?.exec(line)?.[0]}`);
  }
  return null;
}

/** The case's line for an aspect, with the value that the fact has there. */
function lineOf(topic: Topic, aspect: Aspect): string {
  const line = topic.says.find((cue) => cue.aspect === aspect);
  return plainText(line?.text ?? '') || topic.plain;
}

const parts = thingKinds.find(({ kind }) => kind === 'part of the body')?.things ?? [];

/** A part of the body that the told line says is well is said to be affected. */
export function spoiled(turn: Turn): Fault[] {
  for (const topic of turn.told) {
    if (!topic.fact || topic.plain === '') continue;
    const lines = topic.says.flatMap(({ clauses }) => clauses);
    const ill = lines.filter(({ text, negations }) => negations === 0 && !sound.test(text)).map(({ text }) => text);
    const well = lines.filter(({ text, negations }) => negations > 0 || sound.test(text)).map(({ text }) => text);
    for (const clause of turn.reading.text.clauses) {
      if (clause.frame !== 'statement' || !isAffected(clause)) continue;
      const part = parts.find(
        (one) => one.test(clause.text) && well.some((text) => one.test(text)) && !ill.some((text) => one.test(text)),
      );
      if (part)
        return [
          contradiction(topic, 'presence', clause, `${part.exec(clause.text)?.[0]}, which the case says is well`),
        ];
    }
  }
  return [];
}

const affected =
  /\b(?:too|as well|also|a bit|badly|swollen|swell\w*|puff\w*|red|sore|hurt\w*|itch\w*|covered|definitely|bad|worst|worse|affected|got it|has it|have it|ach\w+|burn\w*|on fire|raw|up like)\b/;
const isAffected = ({ text, negations, isAllRight }: Clause) =>
  negations === 0 && !isAllRight && affected.test(text) && !sound.test(text);

/** Which side was first. */
const began = /\b(?:began|begun|start\w*|first|to begin with|initially)\b/;
function firstSideIn(text: string): 'left' | 'right' | null {
  for (const part of text.split(/[.,;!?]|\b(?:and|then|but|before)\b/)) {
    const side = /\b(left|right)\b/.exec(part)?.[1];
    if (side && began.test(part) && !/\byesterday|today|later|after\b/.test(part)) return side as 'left' | 'right';
  }
  return null;
}

/** Both sides are affected, but the other one came first. */
export function orderedOtherwise(turn: Turn): Fault[] {
  const said = firstSideIn(turn.reading.text.clauses.map(({ text }) => text).join(' , '));
  if (said === null) return [];
  for (const topic of turn.told) {
    const given = firstSideIn(`${topic.plain} , ${turn.reader.opening.plain}`);
    const clause = turn.reading.text.clauses.find(({ text }) => text.includes(said));
    if (given && given !== said && clause)
      return [contradiction(topic, 'onset', clause, `${said} first, where the case says ${given}`)];
  }
  return [];
}
