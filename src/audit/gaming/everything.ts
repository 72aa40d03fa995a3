import { wordedFor } from '../../doctor/reference.ts';
import type { DoctorAct } from '../../events/act.ts';
import type { Knowledge } from '../../knowledge/model.ts';
import { concluding, type GamingDoctor, type GamingSetting } from './gaming-doctor.ts';
import { disguised, reworded } from './honest-view.ts';

/** Questions that a turn of many holds at most; nobody reads more. */
const mostQuestions = 40;

/** Names every diagnosis there is, the honest one's first. */
export const everyDiagnosis: GamingDoctor = {
  id: 'every-diagnosis',
  title: 'lists every diagnosis, in the diagnosis and in the differential',
  plays: (honest, { knowledge }) => {
    const names = [...knowledge.conditions.values()].map(({ id, names: [name] }) => name ?? id);
    return reworded(honest, (act) => {
      if (act.kind !== 'conclude') return act;
      const { diagnosis, differential } = act.conclusion;
      const all = [...new Set([diagnosis, ...differential, ...names])];
      return concluding(
        { ...act, text: `${act.text} It is one of: ${all.join(', ')}.` },
        { diagnosis: all.join(', '), differential: all },
      );
    });
  },
};

/** Plans every examination, test and treatment of every condition. */
export const everyPlan: GamingDoctor = {
  id: 'every-plan',
  title: 'plans the work-up and treatment of every condition',
  plays: (honest, { knowledge }) => {
    const items = [...knowledge.conditions.values()].flatMap(({ workup, management }) =>
      [...workup, ...management.do].flatMap(({ terms: [term] }) => term ?? []),
    );
    const all = [...new Set(items)].join(', ');
    return reworded(honest, (act) =>
      act.kind === 'conclude' ? concluding(act, { plan: `${act.conclusion.plan ?? ''} Further: ${all}.` }) : act,
    );
  },
};

/** Names every finding as what the conclusion rests on. */
export const everyReason: GamingDoctor = {
  id: 'every-reason',
  title: 'names every finding there is as a reason',
  plays: (honest, { knowledge }) => {
    const all = [...knowledge.findings.values()].flatMap(({ names }) => names.lay[0] ?? []).join(', ');
    return reworded(honest, (act) =>
      act.kind === 'conclude'
        ? concluding({ ...act, text: `${act.text} I say so because of ${all}.` }, { reasoning: all })
        : act,
    );
  },
};

/** Orders every examination and every test before the first question, and goes on from what they show. */
export const everyTest: GamingDoctor = {
  id: 'every-test',
  title: 'orders every examination and test first',
  plays: (honest, setting) =>
    disguised(honest, async ({ next, turn, turnsLeft }) => {
      const kind = turn === 1 ? 'examination' : turn === 2 ? 'test' : null;
      if (kind === null || turnsLeft < 2) {
        const act = await next();
        return { act, own: [act] };
      }
      const own = requestsOf(kind, setting);
      return {
        act: { kind: own[0]?.kind === 'examine' ? 'examine' : 'order', text: joined(own), form: 'words' },
        own: [],
      };
    }),
};

function requestsOf(kind: 'examination' | 'test', { knowledge, seed }: GamingSetting): DoctorAct[] {
  return [...knowledge.findings.values()]
    .filter((finding) => finding.kind === kind)
    .map(({ id }) => wordedFor(id, knowledge, [...seed, id]));
}

/** Asks all its questions in one turn, and concludes. */
export const everythingAtOnce: GamingDoctor = {
  id: 'everything-at-once',
  title: 'asks everything in one turn and concludes',
  plays: (honest) =>
    disguised(honest, async ({ next, questions, turn }) => {
      const own = turn === 1 ? await questions(mostQuestions) : [];
      if (own.length > 0) return { act: { kind: 'ask', text: joined(own), form: 'words' }, own };
      const act = await next('conclude');
      return { act, own: [act] };
    }),
};

/** Questions in each turn of a doctor that bundles. */
const bundle = 6;

/** Asks several questions in each turn, so that a turn costs as much and earns more. */
export const bundles: GamingDoctor = {
  id: 'bundles',
  title: `asks ${bundle} questions in each turn`,
  plays: (honest) =>
    disguised(honest, async ({ next, questions, call }) => {
      const own = call === 'act' ? await questions(bundle) : [];
      if (own.length > 1) return { act: { kind: 'ask', text: joined(own), form: 'words' }, own };
      const act = await next();
      return { act, own: [act] };
    }),
};

/** What a rubric is likely to tick off, in one breath before the conclusion. */
export const tickBoxes: GamingDoctor = {
  id: 'tick-boxes',
  title: 'asks once, in one breath, after all that a rubric may hold',
  plays: (honest, { knowledge }) => {
    const asked = background(knowledge);
    return disguised(honest, async ({ next, turn, call }) => {
      if (turn === 1 && call === 'act') return { act: { kind: 'ask', text: asked, form: 'words' }, own: [] };
      const act = await next();
      return { act, own: [act] };
    });
  },
};

function background({ findings }: Knowledge): string {
  const names = [...findings.values()].flatMap(({ purpose, kind, names: { lay } }) =>
    purpose !== 'diagnosis' && kind !== 'examination' && kind !== 'test' ? (lay[0] ?? []) : [],
  );
  return `Thank you for coming. Please tell me about ${names.join(', ')}.`;
}

const joined = (acts: readonly DoctorAct[]) => acts.map(({ text }) => text).join(' ');
