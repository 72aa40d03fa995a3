import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLexicon } from '../../src/language/lexicon.ts';
import { phraseIndex } from '../../src/language/phrase-index.ts';
import { noContext } from '../../src/language/reading-context.ts';
import { understand } from '../../src/language/understand.ts';
import { waitingPhrases } from '../../src/language/waiting-phrases.ts';
import { phraseWords, type Word, wordsOf } from '../../src/language/words.ts';
import { scratchFolder } from '../support/scratch.ts';
import { catalog } from '../support/shipped.ts';

const scratch = scratchFolder();
const kept = async () => {
  const [name = ''] = await readdir(join(scratch.folder, 'parsed'));
  return join(scratch.folder, 'parsed', name);
};
beforeEach(() => vi.stubEnv('ANAMNESIS_CACHE', scratch.folder));
afterEach(() => vi.unstubAllEnvs());

const none = { parts: {}, complaints: {}, modifiers: {} };

/** Two groups of phrases that note what is read of them. */
function noting() {
  const read: string[] = [];
  const group = (name: string, phrases: string[]) => ({
    phrases,
    read: (words: readonly Word[]) => {
      read.push(`${name}: ${words.map(({ text }) => text).join(' ')}`);
    },
  });
  return {
    read,
    groups: [group('pain', ['pain in my chest', 'the pains', 'chest pain']), group('been', ['pain', 'have been'])],
  };
}

describe('phrases', () => {
  test('wait until the first of their words that is not small is met, in whatever form, and are read once', () => {
    const { groups, read } = noting();
    const meet = waitingPhrases(groups, phraseIndex(groups, none).leading);
    meet(wordsOf('In my legs.'));
    expect(read).toEqual([]);
    meet(wordsOf('Is it painful?'));
    meet(wordsOf('Any pain?'));
    expect(read).toEqual(['pain: pain in my chest', 'pain: the pains', 'been: pain']);
    meet(wordsOf('Have you?'));
    expect(read.at(-1)).toBe('been: have been');
  });

  test('have their index kept, which is taken as it stands', async () => {
    const { groups } = noting();
    const made = phraseIndex(groups, none);
    expect(JSON.parse(await readFile(await kept(), 'utf8'))).toEqual(made);
    await writeFile(await kept(), JSON.stringify({ ...made, vocabulary: ['kept'] }));
    expect(phraseIndex(groups, none).vocabulary).toEqual(['kept']);
  });

  test('have their index made anew where one of them changed, or what was kept is damaged', async () => {
    const { groups } = noting();
    const made = phraseIndex(groups, none);
    await writeFile(await kept(), '{"leading": [["pain", [0');
    expect(phraseIndex(groups, none)).toEqual(made);
    const more = [...groups, { phrases: ['itch'], read: () => {} }];
    expect(phraseIndex(more, none).vocabulary).toContain('itch');
  });
});

test('a lexicon reads the same whether its index was made or kept', () => {
  const words = 'Any chest paen, or a feeling of palpitatoins when you climb stairs? How long has that been going on?';
  const told = phraseWords('My chest hurts when I climb stairs, and my heart pounds.');
  const [made, again] = [1, 2].map(() => {
    const lexicon = createLexicon(catalog);
    const { statements, wordPairs } = lexicon.telling();
    return [understand(words, noContext, lexicon), statements.findAll(told), [...wordPairs]];
  });
  expect(JSON.stringify(made)).toContain('palpitations');
  expect(again).toEqual(made);
});
