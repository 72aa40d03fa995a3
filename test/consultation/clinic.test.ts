import { describe, expect, test } from 'vitest';
import { byId } from '../../src/catalog/catalog.ts';
import { createClinic } from '../../src/consultation/clinic.ts';
import { caseOf } from '../support/patient.ts';
import { catalog, lexicon } from '../support/shipped.ts';

const patientCase = caseOf([], {
  examinations: [
    {
      id: 'temperature-raised',
      finding: 'temperature-raised',
      name: 'Temperature',
      value: 'present',
      report: 'Temperature 38.9 °C, raised.',
    },
    { id: 'throat-red', finding: 'throat-red', name: 'Throat', value: 'absent', report: 'Pink and moist, normal.' },
    { id: 'gait', name: 'Gait', report: 'Broad-based and unsteady.' },
  ],
  tests: [
    {
      id: 'crp-raised',
      finding: 'crp-raised',
      name: 'C-reactive protein',
      value: 'present',
      report: 'CRP 120 mg/L, raised.',
    },
    { id: 'ferritin', name: 'Ferritin', report: 'Ferritin 8 µg/L.' },
  ],
});
const { report } = createClinic(patientCase, lexicon);

describe('the clinic', () => {
  test('answers with the report, under its name unless that begins it, and tells its finding', () => {
    expect(report('Let me look at your throat.', 'examination')).toMatchObject({
      type: 'clinic.reported',
      text: 'Throat: Pink and moist, normal.',
      understood: true,
      told: [
        { fact: 'throat-red', finding: 'throat-red', aspect: 'presence', value: 'absent', as: 'true', basis: 'fact' },
      ],
    });
    expect(report('I take your temperature.', 'examination').text).toBe('Temperature 38.9 °C, raised.');
    expect(report('CRP, please.', 'test').text).toBe('C-reactive protein: CRP 120 mg/L, raised.');
  });

  test('finds a report of this case alone by its own name; it is told, and moves no belief', () => {
    expect(report('Let me check your gait.', 'examination')).toMatchObject({
      text: 'Gait: Broad-based and unsteady.',
      told: [{ fact: 'gait', finding: null, value: null }],
    });
    expect(report('A ferritin, please.', 'test').text).toBe('Ferritin 8 µg/L.');
  });

  test('lets no word of examining itself hide the report that is asked for', () => {
    const unsaid = caseOf([], {
      examinations: [{ id: 'own', name: 'Turbinoscopy', report: 'Normal.' }],
      tests: [{ id: 'ferritin', name: 'Ferritin', report: 'Ferritin 8 µg/L.' }],
    });
    const own = createClinic(unsaid, lexicon);
    expect(own.report('I would like to watch and observe a turbinoscopy.', 'examination').told).toHaveLength(1);
    expect(report('I would like to watch your gait.', 'examination').text).toBe('Gait: Broad-based and unsteady.');
  });

  test('of a test that is one way says nothing of the other way', () => {
    const thyroid = caseOf([], {
      tests: [
        {
          id: 'tsh-suppressed',
          finding: 'tsh-suppressed',
          name: 'TSH, low',
          value: 'present',
          report: 'TSH 0.01 mU/L.',
        },
        {
          id: 'tsh-raised',
          finding: 'tsh-raised',
          name: 'TSH, high',
          value: 'absent',
          report: 'TSH 0.01 mU/L, not raised.',
        },
      ],
    });
    const reported = createClinic(thyroid, lexicon).report('TSH, please.', 'test');
    expect(reported.text).toBe('TSH, low: TSH 0.01 mU/L.');
    expect(reported.told.map(({ fact }) => fact)).toEqual(['tsh-suppressed']);
  });

  test('takes no word of a test that names itself for another test', () => {
    const { tests } = byId('case', catalog.cases, 'headache-benali').patientCase;
    expect(tests.some(({ name }) => name === 'Lumbar puncture, blood')).toBe(true);
    const reported = createClinic(caseOf([], { tests }), lexicon).report('A blood count, please.', 'test');
    expect(reported.text).not.toMatch(/puncture/i);
    expect(reported.told.length).toBeGreaterThan(0);
  });

  test('gives all that a phrase stands for, whichever entry of the lexicon holds it, the most particular first', () => {
    const hand = caseOf([], {
      examinations: ['chapped-cracked-hands', 'bony-swelling-of-finger-joints', 'fine-tremor-of-hands'].map((id) => ({
        id,
        finding: id,
        name: id,
        value: 'absent' as const,
        report: 'Normal.',
      })),
    });
    const own = createClinic(hand, lexicon);
    expect(own.report('Let me look at your hands.', 'examination').told).toHaveLength(3);
    expect(own.report('I look at your hands for a tremor.', 'examination').told[0]?.fact).toBe('fine-tremor-of-hands');
  });

  test('says where the case is silent, and tells nothing', () => {
    expect(report('An ECG, please.', 'test')).toMatchObject({
      text: 'That result is not available.',
      understood: true,
      told: [],
    });
  });

  test('says the same where it did not understand, and that it did not', () => {
    expect(report('The flibber quork.', 'test')).toMatchObject({
      text: 'That result is not available.',
      understood: false,
      mentions: [],
      told: [],
    });
  });

  test('keeps examinations and tests apart', () => {
    expect(report('CRP, please.', 'examination').told).toEqual([]);
    expect(report('Let me look at your throat.', 'test').told).toEqual([]);
  });

  test('gives several reports for several requests, each once', () => {
    const both = report('I take your temperature and look at your throat. And the temperature again.', 'examination');
    expect(both.told.map(({ fact }) => fact).sort()).toEqual(['temperature-raised', 'throat-red']);
    expect(both.text.split('\n')).toHaveLength(2);
  });

  test('gives eight reports at most', () => {
    const names = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'theta', 'kappa', 'lambda', 'omega'];
    const many = caseOf([], {
      tests: names.map((name) => ({ id: name, name: `${name} globulin`, report: 'Normal.' })),
    });
    const all = createClinic(many, lexicon).report('Globulin, all of them.', 'test');
    expect(all.told).toHaveLength(8);
  });

  test('gives no report that was not asked for', () => {
    expect(report('I take your temperature.', 'examination').told).toHaveLength(1);
  });
});

describe('the shipped cases', () => {
  test('have every report given by the words that a reference doctor asks for it with', () => {
    const silent: string[] = [];
    let asked = 0;
    for (const { patientCase: own } of catalog.cases.values()) {
      const clinic = createClinic(own, lexicon);
      for (const kind of ['examination', 'test'] as const)
        for (const { finding } of kind === 'examination' ? own.examinations : own.tests)
          for (const words of catalog.findings.get(finding ?? '')?.asks ?? []) {
            asked++;
            const { told } = clinic.report(words, kind);
            if (!told.some((item) => item.finding === finding)) silent.push(`${own.id} ${finding}: ${words}`);
          }
    }
    expect(asked).toBeGreaterThan(500);
    // The lexicon never saw these words, so some are missed; the share is what a run reports as understood.
    expect(silent.length / asked).toBeLessThan(0.1);
  });

  test('have reports that tell what their case says, whatever is asked for', () => {
    for (const { patientCase: own } of catalog.cases.values()) {
      const clinic = createClinic(own, lexicon);
      const reports = new Map([...own.examinations, ...own.tests].map((item) => [item.id, item]));
      for (const finding of catalog.findings.values()) {
        if (finding.kind !== 'examination' && finding.kind !== 'test') continue;
        const { told, text } = clinic.report(finding.asks[0] ?? '', finding.kind);
        for (const { fact, finding: id, value, as } of told) {
          const given = reports.get(fact ?? '');
          expect({ fact, id, value, as }).toEqual({
            fact,
            id: given?.finding ?? null,
            value: given?.value ?? null,
            as: 'true',
          });
          expect(text).toContain(given?.report);
        }
      }
    }
  });
});
