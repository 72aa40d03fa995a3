import { describe, expect, test } from 'vitest';
import { editedScript, wordsBroughtIn } from '../../../src/audit/flaws/edited-script.ts';
import type { Change, ScriptTurn } from '../../../src/audit/flaws/flaw-line.ts';

const asks = (text: string): ScriptTurn => ({ act: 'ask', text });
const concludes = (text: string): ScriptTurn => ({
  act: 'conclude',
  text,
  conclusion: { diagnosis: 'flu', differential: [], reasoning: null, plan: 'rest', safetyNet: null },
});
const turns = [asks('one'), asks('two'), asks('three'), concludes('end')];

const said = (changes: readonly Change[]) => {
  const script = editedScript(turns, changes);
  return 'problem' in script ? script.problem : script.map(({ text }) => text).join(' ');
};

describe('a script', () => {
  test.each<{ changes: Change[]; becomes: string }>([
    { changes: [{ turn: 2, replace: asks('zwei') }], becomes: 'one zwei three end' },
    { changes: [{ turn: 1, remove: true }], becomes: 'two three end' },
    { changes: [{ after: 0, insert: asks('zero') }], becomes: 'zero one two three end' },
    { changes: [{ after: 2, insert: asks('and') }], becomes: 'one two and three end' },
    {
      changes: [
        { after: 1, insert: asks('a') },
        { after: 1, insert: asks('b') },
      ],
      becomes: 'one a b two three end',
    },
    { changes: [{ swap: [1, 3] }], becomes: 'three two one end' },
    // Numbers are the base's, whatever was taken out before.
    {
      changes: [
        { turn: 1, remove: true },
        { turn: 3, replace: asks('drei') },
        { after: 3, insert: asks('more') },
      ],
      becomes: 'two drei more end',
    },
    { changes: [{ turn: 4, replace: concludes('fin') }], becomes: 'one two three fin' },
  ])('with $changes is "$becomes"', ({ changes, becomes }) => {
    expect(said(changes)).toBe(becomes);
    expect(turns).toHaveLength(4); // the base stays as it was
  });

  test.each<{ changes: Change[]; problem: string }>([
    { changes: [{ turn: 5, remove: true }], problem: 'there is no turn 5: the base has 4' },
    { changes: [{ after: 5, insert: asks('late') }], problem: 'there is no turn 5: the base has 4' },
    { changes: [{ swap: [2, 9] }], problem: 'there is no turn 9: the base has 4' },
    {
      changes: [
        { turn: 2, remove: true },
        { turn: 2, replace: asks('again') },
      ],
      problem: 'turn 2 is changed twice',
    },
    { changes: [{ swap: [2, 2] }], problem: 'turn 2 is changed twice' },
    { changes: [{ turn: 4, remove: true }], problem: 'a script ends with its conclusion, and has one' },
    { changes: [{ swap: [3, 4] }], problem: 'a script ends with its conclusion, and has one' },
    { changes: [{ after: 1, insert: concludes('early') }], problem: 'a script ends with its conclusion, and has one' },
  ])('with $changes is none: $problem', ({ changes, problem }) => {
    expect(said(changes)).toBe(problem);
  });

  test('is brought in words by what is replaced or put in, the notes of a conclusion among them', () => {
    expect(
      wordsBroughtIn([
        { turn: 1, remove: true },
        { after: 1, insert: asks('new') },
        { turn: 4, replace: concludes('fin') },
      ]),
    ).toEqual(['new', 'fin', 'flu', 'rest']);
  });
});
