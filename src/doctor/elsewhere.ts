import { AnamnesisError } from '../base/error.ts';
import { contentHash } from '../base/hash.ts';
import type { DoctorView, ViewLine } from '../events/history.ts';
import { sumOfUsage, type Usage } from '../events/usage.ts';
import { replayed } from '../models/cassette.ts';
import type { ChatModel, ChatReply } from '../models/model.ts';
import { type SharedCalls, withCalls } from '../models/models.ts';
import type { ReadImage } from './conversation.ts';
import type { Doctor, DoctorTurn } from './doctor.ts';
import { readWireReply, usageIn, type WireRequest } from './wire.ts';

/** The longest reply that is read, in bytes. An act takes a few hundred. */
export const longestReply = 1024 * 1024;
export const tooLong = 'it was longer than 1 MiB';

/**
 * A way to somebody's own doctor: a request goes there and its reply comes back, both as text.
 *
 * `send` rejects with an AnamnesisError: `unusable-reply` where the reply is too long to be read, any other code where
 * none could be had.
 */
export interface Line {
  send(request: string, signal: AbortSignal): Promise<string>;
  /** What it is sent that must not come back into files. */
  readonly secrets: readonly string[];
  /** Ends what the line holds open for this consultation. Never rejects. */
  close(): Promise<void>;
}

export interface ElsewhereOptions {
  readonly spec: string;
  readonly line: Line;
  /** The consultation's id, under which calls are recorded. The doctor is told another, which names no case. */
  readonly consultation: string;
  readonly seed: number;
  /** All diagnoses that can be right, where the protocol has a closed list; else null. */
  readonly diagnoses: readonly string[] | null;
  /** Reads the case's pictures; null where none are shown. */
  readonly readImage: ReadImage | null;
  readonly calls: SharedCalls;
}

/** What was tried for the turn at hand. A resumed consultation gets the same, as it recalls the same replies. */
interface Attempts {
  readonly step: string;
  readonly number: number;
  readonly problem: string | null;
  readonly usage: Usage | null;
}

/** Somebody's own doctor in one consultation, whatever the way to it. */
export function elsewhereDoctor(options: ElsewhereOptions): Doctor {
  const { spec, line, consultation, seed, diagnoses, readImage, calls } = options;
  const { cassette } = calls;
  const model = withCalls(cassette ? replayed(spec, {}, cassette) : asModel(spec, line), { ...calls, asked: {} });
  const alias = contentHash(['doctor from elsewhere', seed, consultation]);
  let before: Attempts | null = null;

  return {
    async act({ view, call, turnsLeft }: DoctorTurn, signal) {
      const turn = view.lines.filter(({ speaker }) => speaker === 'doctor').length + 1; // the opening is turn 0
      const step = `${call} ${turn}`;
      const tried: Attempts = before?.step === step ? before : { step, number: 0, problem: null, usage: null };
      const attempt = tried.number + 1;
      const request: WireRequest = {
        v: 1,
        consultation: alias,
        call,
        turn,
        turnsLeft,
        attempt,
        problem: tried.problem,
        ...(await shown(view, readImage)),
        diagnoses: diagnoses === null ? null : [...diagnoses],
      };
      const failed = (problem: string, usage: Usage | null) => {
        before = { step, number: attempt, problem, usage: sumOfUsage(tried.usage, usage) };
      };

      let reply: ChatReply;
      try {
        reply = await model.reply(
          {
            key: { consultation, turn, role: 'doctor', step: call, attempt },
            messages: [{ role: 'user', content: JSON.stringify(request) }],
          },
          signal,
        );
      } catch (error) {
        if (error instanceof AnamnesisError && error.code === 'unusable-reply') failed(tooLong, null);
        throw error;
      }
      const read = readWireReply(reply.text, call);
      if ('act' in read) return { act: read.act, usage: sumOfUsage(tried.usage, reply.usage) };
      failed(read.problem, reply.usage);
      throw new AnamnesisError('unusable-reply', `the reply of ${spec} is no act: ${read.problem}`, {
        hint: 'the reply is in calls.jsonl; docs/doctors.md has the form of an act',
      });
    },
    close: () => line.close(),
  };
}

/** The view in the words of the schema, and nothing beside it: of a picture no name of a file, and no explanation. */
async function shown(
  { demographics, setting, lines }: DoctorView,
  readImage: ReadImage | null,
): Promise<Pick<WireRequest, 'patient' | 'conversation'>> {
  const conversation = lines.map(async (line: ViewLine) => {
    const { speaker, text } = line;
    if (line.speaker === 'doctor') {
      const { act, rationale } = line;
      return { speaker, text, act, ...(rationale === undefined ? {} : { rationale }) };
    }
    if (readImage === null || line.images === undefined) return { speaker, text };
    const images = line.images.map(async ({ file, caption }) => ({ ...(await readImage(file)), caption }));
    return { speaker, text, images: await Promise.all(images) };
  });
  return {
    patient: { age: demographics.age, sex: demographics.sex, setting },
    conversation: await Promise.all(conversation),
  };
}

/** The line as something whose replies can be recorded. A secret that comes back goes no further than here. */
function asModel(spec: string, line: Line): ChatModel {
  return {
    spec,
    settings: {},
    async reply({ messages }, signal) {
      const text = clean(await line.send(messages[0]?.content ?? '', signal), line.secrets);
      return { text, toolCalls: [], usage: usageIn(text) };
    },
  };
}

/** The same JSON without secrets. It is written anew first: escapes could hide one. */
function clean(text: string, secrets: readonly string[]): string {
  if (secrets.length === 0) return text;
  let written = text;
  try {
    written = JSON.stringify(JSON.parse(text));
  } catch {
    // no JSON: taken as it is
  }
  // What merely looks like a key may be what the doctor had to say: the ones that are known are enough here.
  for (const secret of secrets) written = written.replaceAll(JSON.stringify(secret).slice(1, -1), '[key]');
  return written;
}
