import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Benchmark } from '../../src/catalog/benchmark.ts';
import { planOf } from '../../src/run/plan.ts';
import { catalog } from '../support/shipped.ts';

const [firstCase = '', secondCase = ''] = catalog.cases.keys();
const personas = [...catalog.personas.keys()].sort();

const benchmark = (more: object = {}): Benchmark =>
  Benchmark.parse({
    id: 'small',
    title: 'Small',
    cases: [firstCase, secondCase],
    personas: ['choleric', 'sanguine'],
    doctors: ['bayes', 'hasty'],
    rubric: 'consultation-quality',
    repeats: 2,
    ...more,
  });

const idsOf = (more: object = {}) =>
  planOf(benchmark(more), catalog).consultations.map(({ consultation }) => consultation);

test('a plan holds every doctor with every case, persona and repeat once', () => {
  const { consultations } = planOf(benchmark(), catalog);
  expect(consultations).toHaveLength(2 * 2 * 2 * 2);
  expect(new Set(consultations.map(({ consultation }) => consultation)).size).toBe(16);
  expect(consultations[0]).toEqual({
    consultation: `${firstCase}.choleric.bayes.1`,
    doctor: 'bayes',
    case: firstCase,
    persona: 'choleric',
    protocol: null,
    repeat: 1,
    rerun: 0,
  });
});

test('`all` is every one the library has, in order of name', () => {
  const { consultations } = planOf(
    benchmark({ cases: 'all', personas: 'all', doctors: ['hasty'], repeats: 1 }),
    catalog,
  );
  expect([...new Set(consultations.map((consultation) => consultation.case))]).toEqual(
    [...catalog.cases.keys()].sort(),
  );
  expect([...new Set(consultations.map(({ persona }) => persona))]).toEqual(personas);
});

test('so many of each condition are drawn by the seed, and a further case of one condition moves no other', () => {
  const drawn = (seed: number, cases = catalog.cases) => {
    const wanted = benchmark({
      cases: { perCondition: 1 },
      personas: ['sanguine'],
      doctors: ['hasty'],
      repeats: 1,
      seed,
    });
    return planOf(wanted, { ...catalog, cases }).consultations.map(({ case: id }) => id);
  };
  const conditionOf = (id: string) => catalog.cases.get(id)?.truth.condition;
  const one = drawn(1);
  expect(new Set(one.map(conditionOf))).toEqual(
    new Set([...catalog.cases.values()].flatMap(({ truth }) => truth.condition ?? [])),
  );
  expect(new Set(one.map(conditionOf)).size).toBe(one.length);
  expect(drawn(1)).toEqual(one);
  const [first] = catalog.cases;
  if (!first) throw new Error('the library has cases');
  const added = new Map([...catalog.cases, ['zzz-one-more', first[1]]]);
  const others = (ids: string[]) => ids.filter((id) => added.get(id)?.truth.condition !== first[1].truth.condition);
  expect(others(drawn(1, added))).toEqual(others(one));
});

test('what is named twice is held once', () => {
  expect(idsOf({ cases: [firstCase, firstCase], doctors: ['hasty', 'bayes', 'hasty'], repeats: 1 })).toHaveLength(4);
});

test('an id says what a consultation is, whatever else the benchmark holds', () => {
  const all = idsOf();
  expect(idsOf()).toEqual(all);
  for (const part of [{ cases: [secondCase] }, { personas: ['sanguine'] }, { doctors: ['hasty'] }, { repeats: 1 }])
    expect(all).toEqual(expect.arrayContaining(idsOf(part)));
});

test('an id can name a file and a folder, whatever the doctor is called', () => {
  const spec = fc.string({ minLength: 1, unit: 'binary' }).map((name) => `openai:${name}`);
  fc.assert(
    fc.property(fc.uniqueArray(spec, { minLength: 1, maxLength: 6 }), (doctors) => {
      const ids = idsOf({ doctors, cases: [firstCase], personas: ['choleric'], repeats: 1 });
      expect(new Set(ids).size).toBe(doctors.length);
      for (const id of ids) expect(id).toMatch(/^[a-z0-9.-]+$/);
    }),
  );
});

test('specs that differ in what a file name cannot hold have ids that differ', () => {
  const doctors = ['openai:org/model', 'openai:org-model', 'openai:Org/Model'];
  expect(new Set(idsOf({ doctors, repeats: 1 })).size).toBe(2 * 2 * 3);
});

test('an id stays short enough for a file, however long a doctor’s command is', () => {
  const long = `exec:python3 ${'a-long-folder/'.repeat(40)}doctor.py`;
  const ids = idsOf({ doctors: [long, `${long} --x`], cases: [firstCase], personas: ['choleric'], repeats: 1 });
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9.-]{1,160}$/);
});

test.each([
  [{ cases: ['no-such-case'] }, 'unknown case `no-such-case`'],
  [{ personas: ['cholerik'] }, 'unknown persona `cholerik`; did you mean `choleric`?'],
  [{ rubric: 'consultation-qualities' }, 'did you mean `consultation-quality`?'],
])('%j is an unknown id', (more, message) => {
  expect(() => planOf(benchmark(more), catalog)).toThrow(
    expect.objectContaining({ code: 'unknown-id', message: expect.stringContaining(message) }),
  );
});

test('a benchmark that holds no consultation is an error', () => {
  const empty = { ...catalog, cases: new Map() };
  expect(() => planOf(benchmark({ cases: 'all' }), empty)).toThrow(
    expect.objectContaining({ code: 'empty-matrix', message: 'benchmark `small` holds no consultation' }),
  );
});

test.each([{ cases: [] }, { doctors: [] }, { repeats: 0 }])(
  'a benchmark with %j is refused when it is read',
  (more) => {
    expect(() => benchmark(more)).toThrow();
  },
);
