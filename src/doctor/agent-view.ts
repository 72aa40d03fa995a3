import type { DoctorView } from '../events/history.ts';
import type { LoopResult } from '../models/tool-loop.ts';
import { conversation, type ReadImage } from './conversation.ts';
import type { DoctorCall } from './doctor.ts';

/**
 * What an act of the view can have been asked for as; null where the view does not hold that act yet.
 *
 * @param before acts that came before it
 */
export function stepsTo(before: number, { lines }: DoctorView): readonly DoctorCall[] | null {
  const own = lines.filter((line) => line.speaker === 'doctor');
  const line = own[before];
  if (line === undefined) return null;
  if (own.slice(0, before).some(({ act }) => act === 'conclude')) return ['explain'];
  return line.act === 'conclude' ? ['act', 'conclude'] : ['act'];
}

/** What was said and shown after the doctor's act of this number; after 0, before it had done anything. */
export async function heardAfter(act: number, view: DoctorView, readImage: ReadImage | null): Promise<LoopResult> {
  let acts = 0;
  const lines = view.lines.filter(({ speaker }) => {
    if (speaker === 'doctor') acts++;
    return speaker !== 'doctor' && acts === act;
  });
  const messages = await conversation({ ...view, lines }, [], readImage);
  return {
    content: messages.map(({ content }) => content).join('\n\n'),
    images: messages.flatMap(({ images = [] }) => images),
  };
}
