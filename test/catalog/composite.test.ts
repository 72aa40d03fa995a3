import { expect, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/catalog.ts';
import { scratchFolder } from '../support/scratch.ts';

const scratch = scratchFolder();

const rubricWith = (composite: string) => `id: mine
title: My own
source: a test
dimensions:
  - id: asking
    title: Asking
    criteria: [{id: a, text: Asks., points: 1}]
  - id: harm
    title: Harm
    criteria: [{id: b, text: Harms., points: -2}]
composite:
${composite}`;

async function problemsOf(composite: string) {
  await scratch.write({ 'library/rubrics/mine.yaml': rubricWith(composite) });
  const { catalog, problems } = await loadCatalog({ libraries: [`${scratch.folder}/library`] });
  return {
    composite: catalog.rubrics.get('mine')?.composite,
    problems: problems.map(({ at, message }) => scratch.plain(`${at} ${message}`)),
  };
}
const at = (place: string) => `<folder>/library/rubrics/mine.yaml:${place}`;

test('a composite is read; its gate is the right diagnosis unless told', async () => {
  expect(await problemsOf('  outcome: 0.4\n  process: {mustAsk: 0.2, dimension:asking: 0.4}\n')).toEqual({
    composite: { outcome: 0.4, gate: 'correct', process: { mustAsk: 0.2, 'dimension:asking': 0.4 } },
    problems: [],
  });
});

test.each([
  {
    what: 'a gate that is no metric',
    composite: '  outcome: 1\n  gate: corect\n  process: {}\n',
    problem: `${at('13:9')} composite.gate: "corect" is no gate; choose correct, inDifferential, icd10Category`,
  },
  {
    what: 'a process metric that does not exist',
    composite: '  outcome: 0.5\n  process:\n    mustAsk: 0.2\n    shapleyCoverige: 0.3\n',
    problem: `${at('15:22')} composite.process.shapleyCoverige: unknown process metric \`shapleyCoverige\`; did you mean \`shapleyCoverage\`?`,
  },
  {
    what: 'a dimension of another rubric',
    composite: '  outcome: 0.5\n  process: {dimension:askings: 0.5}\n',
    problem: `${at('13:32')} composite.process.dimension:askings: unknown process metric \`dimension:askings\`; did you mean \`dimension:asking\`?`,
  },
  {
    what: 'a dimension that can have no score',
    composite: '  outcome: 0.5\n  process: {dimension:harm: 0.5}\n',
    problem: `${at('13:29')} composite.process.dimension:harm: \`harm\` has no positive points, and so no score`,
  },
  {
    what: 'weights that do not sum to 1',
    composite: '  outcome: 0.5\n  process: {mustAsk: 0.4}\n',
    problem: `${at('12:3')} composite: the weights sum to 0.9; they must sum to 1`,
  },
  {
    what: 'weights that sum to zero',
    composite: '  outcome: 0\n  process: {mustAsk: 0}\n',
    problem: `${at('12:3')} composite: the weights sum to 0; they must sum to 1`,
  },
  {
    what: 'a weight below 0',
    composite: '  outcome: 1.2\n  process: {mustAsk: -0.2}\n',
    problem: `${at('12:12')} composite.outcome: is too great: 1 is the most`,
  },
])('$what is refused at its place', async ({ composite, problem }) => {
  expect((await problemsOf(composite)).problems).toContain(problem);
});
