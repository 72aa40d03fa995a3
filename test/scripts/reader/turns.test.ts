import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dialogueTurns, rowTurns, wordingTurns } from '../../../scripts/reader/turns.ts';

const isKnown = (id: string) => ['cough', 'fever'].includes(id);
function folderWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'reader-'));
  writeFileSync(join(folder, 'a-01.txt'), text);
  return folder;
}

describe('labelled dialogues', () => {
  test('each doctor turn has its labels, and the turns before it', () => {
    const folder = folderWith(
      'D: Any cough or fever? | cough, fever\nP: A cough.\nD: Since when? | ^cough\n\nD: Hello. | -\n',
    );
    const turns = dialogueTurns(folder, isKnown);
    expect(turns.map(({ text, labels, isResolved }) => ({ text, labels, isResolved }))).toEqual([
      { text: 'Any cough or fever?', labels: ['cough', 'fever'], isResolved: false },
      { text: 'Since when?', labels: ['cough'], isResolved: true },
      { text: 'Hello.', labels: [], isResolved: false },
    ]);
    expect(turns[1]?.turns).toEqual([
      { speaker: 'doctor', text: 'Any cough or fever?' },
      { speaker: 'patient', text: 'A cough.' },
    ]);
    expect(turns[2]?.turns).toEqual([]);
  });

  test.each([
    ['an unknown label', 'D: Any rash? | rash\n', 'a-01.txt:1: no finding rash'],
    ['a doctor’s turn without a label', 'P: Hello.\nD: Any cough?\n', 'a-01.txt:2: no turn'],
    ['a label on what the patient says', 'P: A cough. | cough\n', 'a-01.txt:1: no turn'],
    ['no speaker', 'Any cough? | cough\n', 'a-01.txt:1: no turn'],
  ])('%s is refused with its line', (_, text, message) => {
    expect(() => dialogueTurns(folderWith(text), isKnown)).toThrow(message);
  });
});

describe('wordings', () => {
  test('stand under the finding that they ask for', () => {
    const turns = wordingTurns(folderWith('# cough\nDo you cough?\n\n# fever\nFeeling hot?\n'), isKnown);
    expect(turns.map(({ text, labels }) => [text, ...labels])).toEqual([
      ['Do you cough?', 'cough'],
      ['Feeling hot?', 'fever'],
    ]);
  });

  test('of an unknown finding are refused, and those of none', () => {
    expect(() => wordingTurns(folderWith('# rash\nAny rash?\n'), isKnown)).toThrow('no finding rash');
    expect(() => wordingTurns(folderWith('Any rash?\n# cough\n'), isKnown)).toThrow('stands before the first');
  });
});

describe('labelled rows', () => {
  const idsOf = (names: readonly string[]) => names.filter((name) => isKnown(name));
  const rowsOf = (...rows: readonly object[]) => {
    const folder = folderWith(rows.map((row) => JSON.stringify(row)).join('\n'));
    return rowTurns(join(folder, 'a-01.txt'), 3, idsOf).map(({ text, labels, isResolved }) => ({
      text,
      labels,
      isResolved,
    }));
  };

  test('are labelled with the findings that their names mean', () => {
    expect(
      rowsOf({ text: 'Cough?', findings: [['cough'], ['fever', 'heat']] }, { text: 'Since when?', resolved: 'fever' }),
    ).toEqual([
      { text: 'Cough?', labels: ['cough', 'fever'], isResolved: false },
      { text: 'Since when?', labels: ['fever'], isResolved: true },
    ]);
  });

  test('that ask for what the vocabulary has no name for teach nothing; those that ask for nothing do', () => {
    expect(rowsOf({ text: 'Ever flown to the moon?', findings: [['space travel']] }, { text: 'Hello.' })).toEqual([
      { text: 'Hello.', labels: [], isResolved: false },
    ]);
  });
});
