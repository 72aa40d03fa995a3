import { describe, expect, test } from 'vitest';
import { createAssessor } from '../../../src/assessor/assess.ts';
import { missed } from '../../../src/audit/assessor-audit.ts';
import { assessorText } from '../../../src/audit/assessor-text.ts';
import { civil } from '../../../src/audit/gaming/civil.ts';
import { auditGaming, stratifiedCases } from '../../../src/audit/gaming/gaming-audit.ts';
import type { GamingDoctor } from '../../../src/audit/gaming/gaming-doctor.ts';
import { gamingDoctors } from '../../../src/audit/gaming/gaming-doctors.ts';
import { disguised, reworded } from '../../../src/audit/gaming/honest-view.ts';
import { byId } from '../../../src/catalog/catalog.ts';
import type { Doctor } from '../../../src/doctor/doctor.ts';
import type { DoctorAct } from '../../../src/events/act.ts';
import type { DoctorView, ViewLine } from '../../../src/events/history.ts';
import { memoryWorthCache } from '../../../src/run/worth-cache.ts';
import { never } from '../../support/scripted-model.ts';
import { catalog, knowledge, lexicon } from '../../support/shipped.ts';

const rubrics = [...catalog.rubrics.values()];
const assessor = createAssessor({ knowledge, lexicon, rubrics, cache: memoryWorthCache() });
const cases = stratifiedCases(catalog, 2, 1);
const setting = {
  catalog,
  instruments: { knowledge, lexicon },
  seed: 1,
  assessor,
  rubrics,
  rubric: 'consultation-quality',
  cases,
  personas: ['melancholic'],
};

describe('the audit of doctors that game', () => {
  test('finds that no trick pays', async () => {
    const { results, consultations } = await auditGaming({ ...setting, doctors: gamingDoctors });
    expect(results).toHaveLength(2 * gamingDoctors.length);
    expect(consultations).toBe(2 * (gamingDoctors.length + 1) * cases.length);
    // Who asks more is told more, and has asked what a rubric asks for: no trick of words. Two cases do not say what it comes to.
    const asksMore = new Set(['bundles', 'tick-boxes']);
    const paying = results.filter(
      ({ doctor, composite }) => !asksMore.has(doctor) && (composite.gain.value ?? 1) > 1e-9,
    );
    expect(paying.map(({ doctor, honest }) => `${doctor} ${honest}`)).toEqual([]);
    const text = assessorText(
      {
        ownWords: null,
        walkedOut: [],
        graders: [],
        gaming: { rubric: 'consultation-quality', cases, personas: setting.personas, consultations, results },
        stopped: null,
      },
      { failures: false },
    );
    expect(text).toContain('2 cases × 1 temperaments, 52 consultations');
    expect(text).toMatch(/\nchecklist every-reason {7}0\.\d{3} against 0\.\d{3} {2}-0\.\d{3}/);
    const gainOf = (id: string) => results.find(({ doctor, honest }) => doctor === id && honest === 'checklist');
    expect(gainOf('injection')?.composite.gain.value).toBe(0);
    expect(gainOf('gush')?.rubric.value).toBeLessThan(0);
    expect(gainOf('every-diagnosis')?.accuracy.value).toBeLessThan(0); // a list is no diagnosis, whatever comes first
    expect(gainOf('every-reason')?.rubric.value).toBeLessThan(0);
  });

  test('finds one ahead that is: it asks what the honest one leaves out', async () => {
    const caring: GamingDoctor = {
      id: 'caring',
      title: 'asks what worries the patient',
      plays: (honest) =>
        reworded(honest, (act, turn) =>
          turn === 1 && act.kind === 'ask' ? { ...act, text: `${act.text} And what worries you most about it?` } : act,
        ),
    };
    const gaming = await auditGaming({ ...setting, cases: stratifiedCases(catalog, 12, 1), doctors: [caring] });
    expect(gaming.results.map(({ isAhead }) => isAhead)).toContain(true);
    expect(gaming.results[0]?.criteria.map(({ criterion }) => criterion)).toContain('2.2');
    const audit = { ownWords: null, walkedOut: [], graders: [], gaming, stopped: null };
    expect(missed(audit)[0]).toMatch(/^caring is ahead of (checklist|bayes), which it wraps$/);
    expect(assessorText(audit, { failures: false })).toContain('AHEAD');
  });
});

test('cases are spread over the chapters of their codes, the same for the same seed', () => {
  const letters = (ids: readonly string[]) => ids.map((id) => byId('case', catalog.cases, id).truth.icd10?.charAt(0));
  const some = stratifiedCases(catalog, 8, 1);
  expect(new Set(letters(some)).size).toBe(8);
  expect(stratifiedCases(catalog, 8, 1)).toEqual(some);
  expect(stratifiedCases(catalog, 8, 2)).not.toEqual(some);
});

const ask = (text: string): DoctorAct => ({ kind: 'ask', text, form: 'words' });
const viewOf = (...lines: readonly ViewLine[]): DoctorView => ({
  demographics: { age: 40, sex: 'female' },
  setting: 'general practice',
  lines: [{ speaker: 'patient', text: 'I cough.' }, ...lines],
});
const doctorSays = (text: string): ViewLine => ({ speaker: 'doctor', text, act: 'ask' });
const patientSays = (text: string): ViewLine => ({ speaker: 'patient', text });

/** A doctor that asks one thing after the other, and the views that it was shown. */
function listening(questions: readonly string[]) {
  const views: string[][] = [];
  const doctor: Doctor = {
    act: async ({ view }) => {
      views.push(view.lines.map(({ text }) => text));
      const asked = view.lines.filter(({ speaker }) => speaker === 'doctor').length;
      const question = questions[asked];
      if (question !== undefined) return { act: ask(question), usage: null };
      const conclusion = { diagnosis: 'cold', differential: [], reasoning: null, plan: null, safetyNet: null };
      return { act: { kind: 'conclude', text: 'A cold.', form: 'words', conclusion }, usage: null };
    },
  };
  return { doctor, views };
}

describe('the honest doctor inside', () => {
  const turn = (view: DoctorView) => ({ view, call: 'act', turnsLeft: 5 }) as const;

  test('hears its own words where the disguise spoke others', async () => {
    const { doctor, views } = listening(['Fever?', 'Phlegm?']);
    const flatterer = reworded(
      () => doctor,
      (act) => ({ ...act, text: `Dear! ${act.text}` }),
    );
    const first = await flatterer.act(turn(viewOf()), never);
    expect(first.act.text).toBe('Dear! Fever?');
    await flatterer.act(turn(viewOf(doctorSays('Dear! Fever?'), patientSays('No.'))), never);
    expect(views.at(-1)).toEqual(['I cough.', 'Fever?', 'No.']);
  });

  test('hears the reply to a bundle after each question of it, and nothing of what was not its own', async () => {
    const { doctor, views } = listening(['Fever?', 'Phlegm?']);
    const bundling = disguised(
      () => doctor,
      async ({ questions, next, turn: number }) => {
        if (number === 1) return { act: ask('By the way?'), own: [] };
        const own = number === 2 ? await questions(9) : [];
        if (own.length > 0) return { act: ask(own.map(({ text }) => text).join(' ')), own };
        const act = await next();
        return { act, own: [act] };
      },
    );
    await bundling.act(turn(viewOf()), never);
    const aside = [doctorSays('By the way?'), patientSays('Yes?')];
    const { act } = await bundling.act(turn(viewOf(...aside)), never);
    expect(act.text).toBe('Fever? Phlegm?');
    await bundling.act(turn(viewOf(...aside, doctorSays(act.text), patientSays('No, and green.'))), never);
    expect(views.at(-1)).toEqual(['I cough.', 'Fever?', 'No, and green.', 'Phlegm?', 'No, and green.']);
  });

  test('says one kind word at first, and does not hear it again', async () => {
    const { doctor, views } = listening(['Fever?', 'Phlegm?']);
    const kind = civil(doctor);
    const { act } = await kind.act(turn(viewOf()), never);
    expect(act.text).toBe('Thank you for coming in. I am sorry to hear that. Fever?');
    const second = await kind.act(turn(viewOf(doctorSays(act.text), patientSays('No.'))), never);
    expect(second.act.text).toBe('Phlegm?');
    expect(views.at(-1)).toEqual(['I cough.', 'Fever?', 'No.']);
  });
});
