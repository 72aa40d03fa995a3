import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/base/package-root.ts';
import { loadCatalog } from '../../src/catalog/catalog.ts';
import { Dials, Persona, temperaments } from '../../src/catalog/persona.ts';
import { scratchFolder } from '../support/scratch.ts';
import { catalog } from '../support/shipped.ts';

const scratch = scratchFolder();

/** A shipped persona under another id, some of its dials changed; what is wrong with it, each at its place. */
async function problemsOf(temperament: string, dials: Readonly<Record<string, string | number>>): Promise<string[]> {
  const text = await readFile(join(packageRoot(), `personas/${temperament}.yaml`), 'utf8');
  const changed = Object.entries(dials).reduce(
    (before, [dial, value]) => before.replace(new RegExp(`^( {2}${dial}: ).*$`, 'm'), `$1${value}`),
    text.replace(/^id: .*$/m, 'id: mine'),
  );
  await scratch.write({ 'personas/mine.yaml': changed });
  const { problems } = await loadCatalog({ libraries: [scratch.folder] });
  return problems.map(({ at, message }) => scratch.plain(`${at} ${message}`));
}

/** Where the value of a dial stands in a shipped file. */
async function placeOf(temperament: string, dial: string): Promise<string> {
  const text = await readFile(join(packageRoot(), `personas/${temperament}.yaml`), 'utf8');
  const line = text.split('\n').findIndex((each) => each.startsWith(`  ${dial}: `));
  return `<folder>/personas/mine.yaml:${line + 1}:${`  ${dial}: `.length + 1}`;
}

describe('a persona', { timeout: 30_000 }, () => {
  test('is shipped for every temperament, and each keeps to the bounds of its own', () => {
    expect([...catalog.personas.keys()].sort()).toEqual([...temperaments].sort());
    for (const persona of catalog.personas.values())
      expect(Persona.safeParse(persona)).toMatchObject({ success: true });
  });

  test.each([
    ['sanguine', 'severityShift', 0.5, 'a sanguine patient makes light of things'],
    ['sanguine', 'openFacts', 1, 'a sanguine patient talks gladly'],
    ['choleric', 'patience', 4, 'a choleric patient is irritated by the third repetition'],
    ['choleric', 'digression', 0.5, 'a choleric patient comes to the point'],
    ['melancholic', 'severityShift', -0.1, 'a melancholic patient does not make light of things'],
    ['melancholic', 'trust', 'trusting', 'a melancholic patient opens up to kindness only'],
    ['phlegmatic', 'openFacts', 2, 'a phlegmatic patient waits to be asked'],
    ['phlegmatic', 'volunteering', 0.2, 'a phlegmatic patient volunteers little'],
  ])('that is %s with %s %s is refused at that dial', async (temperament, dial, value, why) => {
    expect(await problemsOf(temperament, { [dial]: value })).toEqual([
      `${await placeOf(temperament, dial)} dials.${dial}: contradicts the temperament: ${why}`,
    ]);
  });

  test('that contradicts itself is refused at the dial, with the reason', async () => {
    expect(await problemsOf('melancholic', { openFacts: 0, confusion: 0.4 })).toEqual([
      `${await placeOf('melancholic', 'volunteering')} dials.volunteering: contradicts openFacts 0: whoever tells nothing when given the word adds nothing either`,
      `${await placeOf('melancholic', 'confusion')} dials.confusion: contradicts recall 1: whoever loses the thread does not remember everything`,
    ]);
  });

  test('has every dial out of its range reported at once', async () => {
    const problems = await problemsOf('choleric', { recall: 1.5, sentences: 0, openFacts: 2.5, trust: 'wary' });
    expect(problems.map((problem) => problem.replace(/^[^:]+/, 'mine.yaml'))).toMatchInlineSnapshot(`
      [
        "mine.yaml:12:14 dials.openFacts: should be a whole number, not 2.5",
        "mine.yaml:15:11 dials.recall: is too great: 1 is the most",
        "mine.yaml:20:14 dials.sentences: is too small: 1 is the least",
        "mine.yaml:26:10 dials.trust: "wary" is none of guarded, neutral, trusting",
      ]
    `);
  });

  test('of no temperament there is hears which there are', async () => {
    await scratch.write({ 'personas/mine.yaml': 'id: mine\ntemperament: angry\n' });
    const { problems } = await loadCatalog({ libraries: [scratch.folder] });
    expect(problems.map(({ message }) => message)).toContain(
      'temperament: "angry" is no temperament; choose sanguine, choleric, melancholic, phlegmatic',
    );
  });

  test('has a word for each dial: what it means', () => {
    for (const schema of Object.values(Dials.shape)) expect(schema.description).toBeTruthy();
  });
});
