import { describe, expect, test } from 'vitest';
import { phraseWords } from '../../src/language/words.ts';
import { catalog, lexicon } from '../support/shipped.ts';

const byPatient = [...catalog.findings.values()].filter(({ kind }) => kind !== 'examination' && kind !== 'test');

describe('the lexicon', () => {
  test('has several hundred findings that a patient can be asked for, and several hundred medicines', () => {
    expect(byPatient.length).toBeGreaterThan(500);
    expect(Object.values(catalog.lexicon.drugs).flat().length).toBeGreaterThan(700);
  });

  test('finds every finding that a patient can be asked for by its own first name', () => {
    const unfound = byPatient.filter(({ id, names }) => {
      const words = phraseWords(names.medical[0] ?? '');
      const found = [...lexicon.phrases.find(words), ...lexicon.exact.find(words)].flatMap(
        ({ payload }) => payload.findings,
      );
      return found.length === 0 && lexicon.body.mentions(words, []).every(({ finding }) => finding !== id);
    });
    expect(unfound.map(({ id }) => id)).toEqual([]);
  });

  test('calls everything by names that can be compared', () => {
    for (const { id, names, called } of lexicon.findings.values())
      expect(
        [...names.medical, ...names.lay, ...called].every((name) => name.trim() === name && name !== ''),
        id,
      ).toBe(true);
  });

  test('takes "hurt yourself" word for word, and not any "hurt"', () => {
    expect(lexicon.phrases.find(phraseWords('does it hurt')).flatMap(({ payload }) => payload.findings)).not.toContain(
      'thoughts-of-death',
    );
  });
});
