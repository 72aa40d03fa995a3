import type { DoctorView, ViewLine } from '../../src/events/history.ts';
import type { Call, CallRecord } from '../../src/models/call.ts';
import type { CallKey } from '../../src/models/model.ts';

const opening: ViewLine = { speaker: 'patient', text: 'My chest feels tight.' };

/** What a doctor sees of a consultation that has come so far. */
export const viewOf = (...lines: ViewLine[]): DoctorView => ({
  demographics: { age: 61, sex: 'female' },
  setting: 'general practice',
  lines: [opening, ...lines],
});

/** The same after a first question, and after an examination. */
export const asked = viewOf(
  { speaker: 'doctor', text: 'Since when?', act: 'ask' },
  { speaker: 'patient', text: 'Since this morning.' },
);
export const examined = viewOf(
  { speaker: 'doctor', text: 'Since when?', act: 'ask' },
  { speaker: 'patient', text: 'Since this morning.' },
  { speaker: 'doctor', text: 'temperature', act: 'examine' },
  { speaker: 'clinic', text: 'Temperature 36.8 °C' },
);

/** A record of calls in memory, as a run keeps one on disk. */
export function memory(): Required<CallRecord> & { readonly kept: readonly Call[] } {
  const kept: Call[] = [];
  const at = (key: CallKey) =>
    kept.find(
      (call) =>
        call.turn === key.turn &&
        call.step === key.step &&
        call.attempt === key.attempt &&
        call.consultation === key.consultation,
    );
  return {
    kept,
    record: async (call) => void kept.push(call),
    recall: (key, request) => {
      const call = at(key);
      return call?.request === request ? call.reply : undefined;
    },
    has: (key) => at(key) !== undefined,
  };
}
