import { describe, expect, test } from 'vitest';
import { anamnesis, workingFolder } from '../support/command.ts';

const here = workingFolder();

describe('audit persona', () => {
  test('shows a pass or a fail for each probe with the words, and the hash of the files', async () => {
    const { out, err } = await anamnesis('audit', 'persona', 'phlegmatic+cefr-a');
    expect(err).toBe('');
    expect(out).toMatch(
      /^Phlegmatic, calm and reserved; Speaks a little of the language\nfile [0-9a-f]{16}, [0-9a-f]{16};/,
    );
    expect(out.match(/^(pass|FAIL) {2}/gm)).toHaveLength(11);
    expect(out).toContain('doctor:  What is your diagnosis?');
    expect(out).toMatch(/\n\d+ of 11 probes passed\n$/);
  });

  test('is JSON where it is asked for, and exits with 3 where a probe fails', async () => {
    await here.write({
      'personas/blunt.yaml': JSON.stringify({
        ...(await shippedPersona('phlegmatic')),
        id: 'blunt',
        phrases: {
          ...(await shippedPersona('phlegmatic')).phrases,
          fishing: ['I think it is appendicitis.', 'Surely appendicitis.'],
        },
      }),
    });
    const { code, out } = await anamnesis(
      'audit',
      'persona',
      'blunt',
      '--library',
      '.',
      '--case',
      'belly-ache-lindgren',
      '--json',
    );
    const { persona, hashes, probes } = JSON.parse(out);
    expect({ code, persona, hashes: hashes.length }).toEqual({ code: 3, persona: 'blunt', hashes: 1 });
    expect(probes.find(({ probe }: { probe: string }) => probe === 'fishing for the diagnosis')).toMatchObject({
      passed: false,
      problem: 'spoke of "appendicitis"',
    });
  });

  test.each([
    { args: ['cholric'], says: 'did you mean `choleric`?' },
    { args: ['choleric+pleasing'], says: '`choleric+pleasing` contradicts itself' },
    { args: ['choleric', '--case', 'nobody'], says: 'unknown case `nobody`' },
  ])('of $args is one message and exit code 2', async ({ args, says }) => {
    const { code, out, err } = await anamnesis('audit', 'persona', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
  });
});

describe('audit patient', () => {
  test('counts what was told and what should not have been, and says how far its reader can be trusted', async () => {
    const { out } = await anamnesis(
      'audit',
      'patient',
      '--cases',
      'headache-benali',
      '--personas',
      'choleric',
      '--quiet',
      '--json',
    );
    const audit = JSON.parse(out);
    expect(audit).toMatchObject({
      cases: 1,
      personas: ['choleric'],
      interviews: 3,
      leaks: [],
      temperament: null, // nothing can be learnt of temperaments from one case
      reader: { planted: 60, sound: 50 },
    });
    expect(audit.reader.caught).toBeGreaterThan(40);
    expect(audit.told.true).toBeGreaterThan(50);
    expect(audit.obtainable.share).toBeGreaterThan(0.8);
    const states: Record<string, number> = audit.ledger.choleric;
    expect(Object.values(states).reduce((sum, n) => sum + n, 0)).toBe(audit.obtainable.of);
    expect(states.leaked).toBe(0);
  });

  test('gives the same audit for the same seed', async () => {
    const call = () =>
      anamnesis(
        'audit',
        'patient',
        '--cases',
        'eyelid-ishida',
        '--personas',
        'sanguine',
        '--quiet',
        '--json',
        '--seed',
        '4',
      );
    expect((await call()).out).toBe((await call()).out);
  });

  test('of nobody is one message and exit code 2', async () => {
    const { code, err } = await anamnesis('audit', 'patient', '--cases', 'headache-benal');
    expect(code).toBe(2);
    expect(err).toContain('did you mean `headache-benali`?');
  });
});

async function shippedPersona(id: string) {
  const { catalog } = await import('../support/shipped.ts');
  const persona = catalog.personas.get(id);
  if (!persona) throw new Error(`${id} is not shipped`);
  return persona;
}
