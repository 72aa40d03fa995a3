import { z } from 'zod';
import { AnamnesisError } from '../base/error.ts';
import { drawFor } from '../base/random.ts';
import { aspects } from '../catalog/finding.ts';
import type { PatientSettings } from '../catalog/model-settings.ts';
import { type ConsultationEvent, isDoctorsAct, isPatientsReply, type Mention } from '../events/event.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { ChatModel } from '../models/model.ts';
import { layName } from './lay-name.ts';
import type { EmbeddedSetting, Heard } from './mind.ts';
import type { PatientPrompts } from './model-prompts.ts';

/** What the reading model answers. */
const Answer = z.object({
  asked: z.array(z.object({ thing: z.string(), aspect: z.enum(aspects).catch('presence') })),
});

/** Asked for in every history, whatever the case. */
const common =
  `fever weight-loss fatigue smoking alcohol drug-use allergies current-medicines past-illnesses past-operations
  family-history occupation living-situation pregnancy treatments-tried possible-trigger previous-similar-episodes
  sick-contact recent-travel ideas concerns expectations general-wellbeing pain`.split(/\s+/);

export interface ModelSetting extends EmbeddedSetting {
  readonly model: ChatModel;
  readonly prompts: PatientPrompts;
  readonly settings: Pick<PatientSettings, 'understanding' | 'seed'>;
  /** The consultation's id, under which calls are recorded. It is not shown to the model. */
  readonly consultation: string;
  /** Which independent draw the consultation is, from 0. */
  readonly sample: number;
}

/** What a model made of the doctor's words, or what was wrong with its answer. */
type ModelReading =
  | { readonly mentions: Mention[]; readonly problem?: never }
  | { readonly mentions: null; readonly problem: string };

export interface ModelReader {
  read(heard: Heard, history: readonly ConsultationEvent[], signal: AbortSignal): Promise<ModelReading>;
}

/**
 * Reads the doctor's words with a model. It is shown the lay names of what this case or any other could be asked about,
 * in the order of the alphabet: neither values nor tiers, nor which of them this patient has.
 */
export function modelReader({
  model,
  prompts,
  settings,
  consultation,
  sample,
  patientCase,
  lexicon,
  seed,
}: ModelSetting): ModelReader {
  const ids = [...patientCase.facts.flatMap(({ finding }) => finding ?? []), ...common];
  const things = namesOf(ids, lexicon);
  const system = prompts.understand.fill({ things: listOf(things) });
  return {
    read: async (heard, history, signal) => {
      const seen = heard.reading.mentions.flatMap(({ finding }) => finding ?? []);
      const further = namesOf(
        seen.filter((id) => !things.has(layName(id, lexicon))),
        lexicon,
      );
      const content = prompts.understandTurn.fill({
        before: before(history, patientCase.opening),
        words: heard.words.text,
        further: further.size === 0 ? 'none' : [...further.keys()].join('; '),
      });
      const turn = history.at(-1)?.turn ?? 0;
      try {
        const { text } = await model.reply(
          {
            key: { consultation, turn, role: 'patient', step: 'understand', attempt: 1 },
            messages: [
              { role: 'system', content: system },
              { role: 'user', content },
            ],
            sample,
            ...(settings.seed === false ? {} : { seed: drawFor(...seed, 'reading', turn).index(0x7fff_ffff) }),
          },
          signal,
        );
        return readAnswer(text, new Map([...things, ...further]), heard);
      } catch (error) {
        if (error instanceof AnamnesisError && ['unusable-reply', 'model-refused'].includes(error.code))
          return { mentions: null, problem: 'no answer' };
        throw error;
      }
    },
  };
}

function readAnswer(text: string, names: ReadonlyMap<string, string>, { reading }: Heard): ModelReading {
  const json = /\{[\s\S]*\}/.exec(text)?.[0]; // some models put a fence around it
  const answer = Answer.safeParse(parsed(json ?? ''));
  if (!answer.success) return { mentions: null, problem: 'no JSON of the form asked for' };
  const known = answer.data.asked.flatMap(({ thing, aspect }): Mention[] => {
    const finding = names.get(thing.trim().toLowerCase());
    return finding === undefined ? [] : [{ finding, fact: null, aspect, resolved: false }];
  });
  if (known.length === 0 && answer.data.asked.length > 0)
    return { mentions: null, problem: 'names nothing of the list' };
  // What only this case has goes by no name: there the embedded reader is heard.
  const unnamed = reading.mentions.filter(({ finding }) => finding === null);
  const mentions = [...known, ...unnamed];
  return { mentions: mentions.filter((one, i) => mentions.findIndex((other) => isSame(one, other)) === i) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

const isSame = (a: Mention, b: Mention) => a.finding === b.finding && a.fact === b.fact && a.aspect === b.aspect;

/** Lay name → id, in the order of the alphabet, which says nothing of the case's own. */
function namesOf(ids: readonly string[], lexicon: Lexicon): Map<string, string> {
  const known = ids.filter((id) => lexicon.findings.has(id));
  const pairs = known.map((id) => [layName(id, lexicon).toLowerCase(), id] as const);
  return new Map(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const listOf = (names: ReadonlyMap<string, string>) => [...names.keys()].map((name) => `- ${name}`).join('\n');

/** The last exchange, which "it" and "that" refer to. */
function before(history: readonly ConsultationEvent[], opening: string): string {
  const reply = history.findLastIndex((event) => isPatientsReply(event));
  if (reply < 0) return `Patient: ${opening}`;
  const question = history.slice(0, reply).findLast((event) => isDoctorsAct(event));
  const lines = [question, history[reply]].flatMap((event) => (event && 'text' in event ? [event.text] : []));
  const [asked = '', said = ''] = lines;
  return `Doctor: ${asked}\nPatient: ${said}`;
}
