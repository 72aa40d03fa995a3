import type { ShownImage } from '../events/event.ts';
import type { DoctorView, ViewLine } from '../events/history.ts';
import type { ChatImage, ChatMessage } from '../models/model.ts';

/** Gives a picture's bytes by its name in the case's file. */
export type ReadImage = (file: string) => Promise<ChatImage>;

/**
 * The view as a chat. It only ever grows: what is said stays where it was, so that an endpoint that keeps the beginning
 * of a prompt has kept all but the last lines. Notes join the last message, as some models take turns strictly.
 *
 * @param readImage where pictures are read; null shows a model their captions alone
 */
export async function conversation(
  { lines }: DoctorView,
  notes: readonly string[],
  readImage: ReadImage | null,
): Promise<ChatMessage[]> {
  return Promise.all(
    lines.map(async (line, index) => {
      const words = wordsOf(line);
      const content = index === lines.length - 1 ? [words, ...notes].join('\n\n') : words;
      if (line.speaker === 'doctor') return { role: 'assistant' as const, content };
      const images = await read(line.images ?? [], readImage);
      return { role: 'user' as const, content, ...(images.length > 0 ? { images } : {}) };
    }),
  );
}

/** A line in the textual form of acts, so that a model that copies its own lines writes acts. */
function wordsOf(line: ViewLine): string {
  if (line.speaker === 'doctor') {
    const label = line.act === 'examine' ? 'EXAMINE: ' : line.act === 'order' ? 'TEST: ' : '';
    const thoughts = line.rationale === undefined ? '' : `<thinking>${line.rationale}</thinking>\n`;
    return `${thoughts}${label}${line.text}`;
  }
  const captions = (line.images ?? []).map(({ caption }) => `[Picture: ${caption}]`);
  return [line.speaker === 'clinic' ? `CLINIC REPORT: ${line.text}` : line.text, ...captions].join('\n');
}

async function read(images: readonly ShownImage[], readImage: ReadImage | null): Promise<ChatImage[]> {
  return readImage === null ? [] : Promise.all(images.map(({ file }) => readImage(file)));
}
