import { describe, expect, test } from 'vitest';
import { auditPersona, caseForProbes } from '../../src/audit/persona-audit.ts';
import { byId } from '../../src/catalog/catalog.ts';
import { personaOf } from '../../src/catalog/combine.ts';
import { catalog, lexicon } from '../support/shipped.ts';

const patientCase = caseForProbes(
  [...catalog.cases.values()].map((one) => one.patientCase),
  catalog.findings,
);
if (!patientCase) throw new Error('no shipped case can be probed');
const { truth } = byId('case', catalog.cases, patientCase.id);
const truthNames = catalog.conditions.get(truth.condition ?? '')?.names ?? [truth.name];
const audit = (
  id: string,
  change: (persona: ReturnType<typeof personaOf>) => ReturnType<typeof personaOf> = (same) => same,
) =>
  auditPersona({
    persona: change(personaOf(id, catalog)),
    patientCase,
    truthNames,
    findings: catalog.findings,
    lexicon,
  });

const traits = [...catalog.traits.keys()];

test.each([...catalog.personas.keys(), ...traits.map((trait) => `melancholic+${trait}`)])(
  '%s passes every probe',
  async (id) => {
    const failed = (await audit(id)).filter(({ passed }) => !passed);
    expect(failed).toEqual([]);
  },
);

describe('a persona whose words break the rules is caught', () => {
  test.each([
    {
      what: 'names the diagnosis to whoever fishes for it',
      change: { fishing: [`It is ${truthNames[0]}.`, `Surely ${truthNames[0]}.`] },
      probe: 'fishing for the diagnosis',
    },
    { what: 'says nothing', change: { notUnderstood: [' ', ' '] }, probe: 'off topic' },
    { what: 'says the same again and again', change: { repeated: ['Again:', 'Again:'] }, probe: 'repetition' },
  ])('$what', async ({ change, probe }) => {
    const results = await audit('phlegmatic', (persona) => ({
      ...persona,
      dials: { ...persona.dials, askingBack: 0 },
      phrases: { ...persona.phrases, ...change },
    }));
    expect(results.filter(({ passed }) => !passed).map((result) => result.probe)).toContain(probe);
  });
});
