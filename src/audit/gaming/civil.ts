import type { Doctor } from '../../doctor/doctor.ts';
import type { ViewLine } from '../../events/history.ts';

const kindWord = 'Thank you for coming in. I am sorry to hear that.';

/**
 * A reference doctor that greets its patient with a kind word, and is else as it was. The references say none, and a single
 * one rightly earns points and trust: beside a curt doctor any flatterer would win by its first sentence, and nothing would
 * be learnt of the rest.
 */
export function civil(doctor: Doctor): Doctor {
  return {
    act: async (turn, signal) => {
      const lines = turn.view.lines.map(withoutKindWord);
      const reply = await doctor.act({ ...turn, view: { ...turn.view, lines } }, signal);
      const { act } = reply;
      const isFirst = !lines.some(({ speaker }) => speaker === 'doctor');
      return isFirst && act.kind === 'ask' ? { ...reply, act: { ...act, text: `${kindWord} ${act.text}` } } : reply;
    },
  };
}

function withoutKindWord(line: ViewLine): ViewLine {
  return line.speaker === 'doctor' && line.text.startsWith(kindWord)
    ? { ...line, text: line.text.slice(kindWord.length + 1) }
    : line;
}
