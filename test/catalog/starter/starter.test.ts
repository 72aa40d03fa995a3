import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { z } from 'zod';
import { CaseFile, tiers } from '../../../src/catalog/case.ts';
import { Dials, Persona, Phrases } from '../../../src/catalog/persona.ts';
import { Check, Rubric } from '../../../src/catalog/rubric.ts';
import { caseStarter } from '../../../src/catalog/starter/case.ts';
import { personaStarter } from '../../../src/catalog/starter/persona.ts';
import { rubricStarter } from '../../../src/catalog/starter/rubric.ts';
import { traitStarter } from '../../../src/catalog/starter/trait.ts';
import { Trait } from '../../../src/catalog/trait.ts';
import { levelInWords } from '../../../src/catalog/trait-levels.ts';
import { catalog } from '../../support/shipped.ts';

const starters: readonly { what: string; text: string; schema: z.ZodType }[] = [
  ...[...catalog.personas.values()].map((shipped) => ({
    what: `persona like ${shipped.id}`,
    text: personaStarter('mine', shipped),
    schema: Persona,
  })),
  ...[...catalog.traits.values()].map((shipped) => ({
    what: `trait like ${shipped.id}`,
    text: traitStarter('mine', shipped),
    schema: Trait,
  })),
  { what: 'rubric', text: rubricStarter('mine'), schema: Rubric },
  { what: 'case', text: caseStarter('mine'), schema: CaseFile },
];

describe.each(starters)('a $what to begin with', ({ text, schema }) => {
  test('has the shape its schema says', () => {
    expect(schema.safeParse(parse(text))).toMatchObject({ success: true, data: { id: 'mine' } });
  });

  test('says above what it is, and keeps its lines within 120 characters', () => {
    expect(text).toMatch(/^# [A-Z]/);
    expect(text.split('\n').filter((line) => line.length > 120)).toEqual([]);
  });
});

test.each([...catalog.personas.values()])('a persona begins with the dials and phrases of $id', (shipped) => {
  const mine = parse(personaStarter('mine', shipped));
  expect({ ...mine, id: '', title: '' }).toEqual({ ...shipped, id: '', title: '' });
});

test('every dial and pool is explained by its schema: meaning, values, range', () => {
  for (const shipped of catalog.personas.values()) {
    const lines = personaStarter('mine', shipped).split('\n');
    const beside = (key: string, isPool = false) => {
      const at = lines.findIndex((line) => line.startsWith(`  ${key}:`) && line.endsWith(':') === isPool);
      return lines.slice(at - 1, at + 1).join(' ');
    };
    for (const [dial, schema] of Object.entries(Dials.shape)) {
      expect(beside(dial)).toContain(`# ${schema.description}; `);
      expect(beside(dial)).toMatch(/from -?\d+ to \d+|one of /);
    }
    for (const [pool, schema] of Object.entries(Phrases.shape))
      expect(beside(pool, true)).toContain(`# ${schema.description}; at least 2`);
  }
});

test('a trait says what its level does to the dials', () => {
  for (const shipped of catalog.traits.values())
    expect(traitStarter('mine', shipped).replace(/\n# +/g, ' ')).toContain(
      `What ${shipped.dimension} ${shipped.level} does: ${levelInWords(shipped)}.`,
    );
});

test('a rubric names every rule, and has only criteria that a rule grades', () => {
  const text = rubricStarter('mine');
  for (const { shape, description } of Check.options) {
    expect(text).toContain(`#   ${shape.rule.value}`);
    expect(text.replace(/\n# +/g, ' ')).toContain(`: ${description}`);
  }
  const { dimensions } = Rubric.parse(parse(text));
  expect(dimensions.flatMap(({ criteria }) => criteria.filter(({ check }) => !check))).toEqual([]);
});

test('a case has a fact of every tier', () => {
  const { facts } = CaseFile.parse(parse(caseStarter('mine')));
  expect(new Set(facts.map(({ tier }) => tier))).toEqual(new Set(tiers));
});
