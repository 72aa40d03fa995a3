import { describe, expect, test } from 'vitest';
import { scoreRubric } from '../../../src/assessor/rubric-score.ts';
import { byId } from '../../../src/catalog/catalog.ts';
import type { EventBody, Manner } from '../../../src/events/event.ts';
import { truthOf } from '../../support/assessment.ts';
import {
  answered,
  asked,
  concluded,
  ended,
  examined,
  historyOf,
  opened,
  ordered,
  readingOf,
  reported,
  told,
} from '../../support/events.ts';
import { catalog, lexicon } from '../../support/shipped.ts';

const rubric = byId('rubric', catalog.rubrics, 'consultation-quality');
const appendicitis = byId('condition', catalog.conditions, 'appendicitis');
const allPlanItems = [...catalog.conditions.values()].flatMap(({ workup, management }) => [
  ...workup,
  ...management.do,
  ...management.avoid,
]);
const truth = truthOf();

/** Grades a consultation that opened with pain in the belly, by all eight criteria. */
function graded(bodies: readonly EventBody[], condition: typeof appendicitis | null = appendicitis) {
  const history = historyOf(opened([told('abdominal-pain', 'present')], 'My belly hurts.'), ...bodies);
  const score = scoreRubric(rubric, { history, truth, condition, lexicon, allPlanItems });
  const of = (id: string) => {
    const grade = score.criteria.find((criterion) => criterion.id === id);
    if (!grade) throw new Error(`no criterion ${id}`);
    return grade;
  };
  return { ...score, met: (id: string) => of(id).met, of };
}

const asks = (keys: readonly string[], manner: Partial<Manner> = {}): EventBody[] => [
  asked('A question?'),
  answered(readingOf(keys, manner)),
];

describe('1.1, the background', () => {
  test.each([
    { keys: ['past-illnesses', 'current-medicines'], met: 1 },
    { keys: ['past-illnesses', 'past-operations'], met: 1 },
    { keys: ['past-illnesses'], met: 0 },
    { keys: ['past-illnesses', 'past-illnesses'], met: 0 },
    { keys: ['past-illnesses', 'smoking', 'allergies'], met: 0 },
    { keys: [], met: 0 },
  ])('$keys: $met', ({ keys, met }) => {
    expect(graded(keys.flatMap((key) => asks([key]))).met('1.1')).toBe(met);
  });

  test('counts what was asked in one breath, and says in which turn it was complete', () => {
    expect(graded([...asks(['fever']), ...asks(['past-illnesses', 'current-medicines'])]).of('1.1')).toMatchObject({
      met: 1,
      turn: 2,
    });
  });

  test('does not count what was asked after the conclusion', () => {
    const late = [concluded('appendicitis'), ...asks(['past-illnesses', 'current-medicines'])];
    expect(graded(late).met('1.1')).toBe(0);
  });

  test('does not count what was not understood', () => {
    expect(graded([asked('?'), answered(readingOf([], {}, false))]).met('1.1')).toBe(0);
  });
});

describe('1.2, the present symptoms', () => {
  test.each([
    { keys: ['fever', 'nausea', 'vomiting', 'possible-trigger'], met: 1 },
    { keys: ['fever', 'nausea', 'vomiting', 'treatments-tried'], met: 1 },
    { keys: ['fever', 'nausea', 'vomiting'], met: 0 },
    { keys: ['fever', 'nausea', 'possible-trigger'], met: 0 },
    { keys: ['fever', 'fever.onset', 'nausea', 'possible-trigger'], met: 0 }, // two symptoms, one of them twice
    { keys: ['smoking', 'past-illnesses', 'allergies', 'possible-trigger'], met: 0 },
  ])('$keys: $met', ({ keys, met }) => {
    expect(graded(keys.flatMap((key) => asks([key]))).met('1.2')).toBe(met);
  });
});

describe('1.3, the basis of the conclusion', () => {
  const heard: EventBody[] = [
    asked('Any fever?'),
    answered(readingOf(['fever']), [told('fever', 'present')]),
    asked('Have you been sick?'),
    answered(readingOf(['vomiting']), [told('vomiting', 'absent')]),
  ];

  test.each([
    { reasoning: 'Because of the fever and the abdominal pain.', met: 1 },
    { reasoning: 'You have a fever, and no vomiting.', met: 1 },
    { reasoning: 'Because of the fever.', met: 0 },
    { reasoning: 'Because of the fever and the cough.', met: 0 }, // of a cough nobody spoke
    { reasoning: null, met: 0 },
  ])('"$reasoning": $met', ({ reasoning, met }) => {
    expect(graded([...heard, concluded('appendicitis', { reasoning })]).met('1.3')).toBe(met);
  });

  test('may be in the words spoken instead', () => {
    const text = 'You have a fever and abdominal pain: this is appendicitis.';
    expect(graded([...heard, concluded('appendicitis', { text })]).met('1.3')).toBe(1);
  });

  test('may be what the clinic reported', () => {
    const reports: EventBody[] = [
      ordered('A white cell count.'),
      reported(['white-cells-raised'], [told('white-cells-raised', 'present')]),
      ordered('CRP.'),
      reported(['crp-raised'], [told('crp-raised', 'present')]),
    ];
    const reasoning = 'Your white cell count and the CRP are raised.';
    expect(graded([...reports, concluded('appendicitis', { reasoning })]).met('1.3')).toBe(1);
  });

  const ownWords = "I've thought about all that you told me and would like to tell you now what I make of it.";

  test('is met by what is told in full and noted in short', () => {
    const text = `${ownWords} I'm sending you to hospital now. We'll ask the surgeon to see you there.`;
    expect(graded([concluded('appendicitis', { text, plan: 'Hospital.' })]).met('3.2')).toBe(1);
  });

  test('is not met where somebody who needs a hospital is sent home', () => {
    const text = `${ownWords} You can go home now.`;
    expect(graded([concluded('appendicitis', { text, plan: 'Hospital, surgeon.' })]).met('3.2')).toBe(0);
  });

  test('counts an explanation as given where the patient is told what it is', () => {
    const costochondritis = byId('condition', catalog.conditions, 'costochondritis');
    const of = (text: string) =>
      graded([concluded('costochondritis', { text: `${ownWords} ${text}`, plan: 'Ibuprofen.' })], costochondritis).met(
        '3.2',
      );
    expect(of("This is most likely a sore joint where the rib meets the breastbone. We'll leave it at that.")).toBe(1);
    expect(of("I'd rather not put a name to it.")).toBe(0);
  });

  test('is not met without a conclusion', () => {
    expect(graded([...heard, ended('abandoned')]).of('1.3')).toMatchObject({
      met: 0,
      reason: 'there is no conclusion',
    });
  });
});

describe('2.1, respect', () => {
  test.each<{ manner: Partial<Manner>; met: number }>([
    { manner: { courtesy: true }, met: 1 },
    { manner: { empathy: true }, met: 1 },
    { manner: {}, met: 0 },
    { manner: { courtesy: true, dismissal: true }, met: 0 },
  ])('$manner: $met', ({ manner, met }) => {
    expect(graded(asks(['fever'], manner)).met('2.1')).toBe(met);
  });

  test('is lost by one dismissal, in whichever turn', () => {
    expect(graded([...asks(['fever'], { courtesy: true }), ...asks([], { dismissal: true })]).of('2.1')).toMatchObject({
      met: 0,
      reason: 'dismissive in turn 2',
    });
  });

  test.each([
    { count: 80, met: 1 },
    { count: 81, met: 0 },
  ])('$count words in one question: $met', ({ count, met }) => {
    const long = [
      asked(Array.from({ length: count }, (_, at) => (at % 20 === 19 ? 'word.' : 'word')).join(' ')),
      answered(readingOf([], { courtesy: true })),
    ];
    expect(graded(long).met('2.1')).toBe(met);
  });

  test('counts how the doctor answers after the conclusion', () => {
    expect(graded([...asks(['fever']), concluded('appendicitis'), ...asks([], { empathy: true })]).met('2.1')).toBe(1);
    expect(
      graded([...asks(['fever'], { courtesy: true }), concluded('appendicitis'), ...asks([], { dismissal: true })]).met(
        '2.1',
      ),
    ).toBe(0);
  });

  test('is not met by a doctor that asks nothing', () => {
    expect(graded([concluded('appendicitis'), answered(readingOf([], { courtesy: true }))]).met('2.1')).toBe(0);
  });
});

describe('2.2, wishes', () => {
  test.each(['ideas', 'concerns', 'expectations', 'treatment-wishes'])('is met where %s were asked about', (key) => {
    expect(graded(asks([key])).of('2.2')).toMatchObject({ met: 1, turn: 1 });
  });

  test('is not met by symptoms, nor after the conclusion', () => {
    expect(graded(asks(['fever'])).met('2.2')).toBe(0);
    expect(graded([concluded('appendicitis'), ...asks(['concerns'])]).met('2.2')).toBe(0);
  });
});

describe('3.1, the work-up that the truth calls for', () => {
  test.each<{ how: string; bodies: EventBody[]; met: number }>([
    { how: 'an essential test was ordered', bodies: [ordered('A full blood count, please.'), reported([])], met: 1 },
    {
      how: 'an essential examination was done',
      bodies: [examined('I would like to do an abdominal examination.'), reported([])],
      met: 1,
    },
    { how: 'it is planned', bodies: [concluded('appendicitis', { plan: 'I will arrange a CRP.' })], met: 1 },
    {
      how: 'the clinic looked at what an essential examination is for, whatever it was called',
      bodies: [examined('Hop on the couch for me.'), reported(['guarding'])],
      met: 1,
    },
    {
      how: 'the clinic looked at something else',
      bodies: [examined('Hop on the couch for me.'), reported(['throat-red'])],
      met: 0,
    },
    {
      how: 'the order puts off what is reported all the same',
      bodies: [examined("No need to undress, we'll have a look another day."), reported(['guarding'])],
      met: 0,
    },
    {
      how: 'it is told to the patient, and not noted',
      bodies: [
        concluded('appendicitis', {
          text: "I think it's the appendix, and I'll tell you in a moment what that means. We'll take some blood for a CRP now.",
        }),
      ],
      met: 1,
    },
    { how: 'only something optional was ordered', bodies: [ordered('An ultrasound.'), reported([])], met: 0 },
    {
      how: 'it is planned only to be left out',
      bodies: [concluded('appendicitis', { plan: 'There is no need for a CRP.' })],
      met: 0,
    },
    { how: 'nothing was ordered or planned', bodies: [concluded('appendicitis')], met: 0 },
    {
      how: 'it was ordered only after the conclusion',
      bodies: [concluded('appendicitis'), ordered('A full blood count.'), reported([])],
      met: 0,
    },
  ])('$how: $met', ({ bodies, met }) => {
    expect(graded(bodies).met('3.1')).toBe(met);
  });

  test('is met whatever the diagnosis was: the truth’s work-up counts', () => {
    expect(graded([ordered('CRP, please.'), reported([]), concluded('gastroenteritis')]).met('3.1')).toBe(1);
  });

  test('is met by what else the work-up holds where nothing essential is an examination or a test', () => {
    const depression = byId('condition', catalog.conditions, 'depression');
    expect(graded([ordered('A PHQ-9, please.'), reported([])], depression).met('3.1')).toBe(1);
    expect(graded(asks(['thoughts-of-death']), depression).met('3.1')).toBe(0);
  });

  test('is ungraded where the truth is outside the knowledge base', () => {
    expect(graded([ordered('CRP'), reported([])], null).met('3.1')).toBeNull();
  });
});

describe('3.2, the management of the truth', () => {
  const planned = (plan: string | null) => graded([concluded('appendicitis', { plan })]).met('3.2');

  test.each([
    { plan: 'You go to hospital now, and a surgeon will see you.', met: 1 },
    { plan: 'Admission, and appendicectomy.', met: 1 },
    { plan: 'You go to hospital now.', met: 0 }, // the surgeon is missing
    { plan: 'You go to hospital, a surgeon will see you. Take a laxative.', met: 0 }, // to be avoided
    { plan: 'Hospital, surgeon, and avoid laxatives.', met: 1 },
    { plan: 'You go to hospital. There is no need for a surgeon.', met: 0 },
    { plan: 'Take sumatriptan.', met: 0 }, // another condition’s treatment
    { plan: 'We will see how well it goes, or how badly, e.g. tomorrow.', met: 0 }, // to wait is to be avoided
    { plan: 'Let us speak about it, e.g. tomorrow.', met: null }, // nothing that any plan of the knowledge base holds
    { plan: '', met: 0 },
    { plan: null, met: 0 },
  ])('"$plan": $met', ({ plan, met }) => {
    expect(planned(plan)).toBe(met);
  });

  test('is not met without a conclusion', () => {
    expect(graded([ended('abandoned')]).met('3.2')).toBe(0);
  });

  test('counts the first conclusion alone', () => {
    const second = [
      concluded('appendicitis', { plan: 'Take sumatriptan.' }),
      concluded('appendicitis', { plan: 'Hospital, surgeon.' }),
    ];
    expect(graded(second).met('3.2')).toBe(0);
  });

  test('is ungraded where the truth is outside the knowledge base, unless there is no plan', () => {
    expect(graded([concluded('x', { plan: 'Hospital.' })], null).met('3.2')).toBeNull();
    expect(graded([concluded('x')], null).met('3.2')).toBe(0);
  });
});

describe('4.1, the level', () => {
  // each meets one criterion and no other
  const meets: Record<string, EventBody[]> = {
    '1.1': asks(['past-illnesses', 'current-medicines']),
    '1.2': asks(['fever', 'nausea', 'vomiting', 'possible-trigger']),
    '2.1': asks(['allergies'], { courtesy: true }),
    '2.2': asks(['concerns']),
    '3.1': [ordered('A full blood count.'), reported([])],
  };
  const basis = { reasoning: 'Because of the abdominal pain and the fever.' };
  const plan = { plan: 'Hospital, and a surgeon.' };
  const fever: EventBody[] = [asked(), answered(readingOf([]), [told('fever', 'present')])];

  test.each([
    { count: 0, bodies: [concluded('appendicitis')], level: 0 },
    { count: 3, bodies: ['1.1', '1.2', '2.1'].flatMap((id) => meets[id] ?? []), level: 0 },
    { count: 4, bodies: ['1.1', '1.2', '2.1', '2.2'].flatMap((id) => meets[id] ?? []), level: 0.5 },
    { count: 5, bodies: Object.values(meets).flat(), level: 0.5 },
    { count: 6, bodies: [...Object.values(meets).flat(), concluded('appendicitis', plan)], level: 1 },
    {
      count: 7,
      bodies: [...fever, ...Object.values(meets).flat(), concluded('appendicitis', { ...plan, ...basis })],
      level: 1,
    },
  ])('$count of seven met: $level of its two points', ({ count, bodies, level }) => {
    const { criteria, met, score } = graded(bodies);
    expect(criteria.filter((grade) => grade.id !== '4.1' && grade.met === 1)).toHaveLength(count);
    expect(met('4.1')).toBe(level);
    expect(score).toBeCloseTo((count + 2 * level) / 9, 9); // seven criteria of one point, one of two
  });

  test('is ungraded while an ungraded criterion could still change it, and the score has bounds', () => {
    const unread = concluded('appendicitis', { plan: 'Let us speak about it.' });
    // three met and 3.2 open: three or four
    const open = graded([...['1.1', '1.2', '2.1'].flatMap((id) => meets[id] ?? []), unread]);
    expect(open.met('3.2')).toBeNull();
    expect(open.met('4.1')).toBeNull();
    expect(open).toMatchObject({ score: null, low: 3 / 9, high: 6 / 9 });
    // four met and one open: satisfactory either way
    const settled = graded([...['1.1', '1.2', '2.1', '2.2'].flatMap((id) => meets[id] ?? []), unread]);
    expect(settled.met('4.1')).toBe(0.5);
    expect(settled).toMatchObject({ score: null, low: 5 / 9, high: 6 / 9 });
  });
});

describe('what is done to excess', () => {
  const gush = (questions: number) =>
    Array.from({ length: questions }, (): EventBody[] => [
      asked('Thank you for telling me. I am so sorry, that must be very hard. Does it hurt?'),
      answered(readingOf(['abdominal-pain'], { courtesy: true, empathy: true })),
    ]).flat();

  test('is no kindness: most of what was said is thanks and sympathy', () => {
    expect(graded(gush(1)).met('2.1')).toBe(1); // a kind beginning, however little follows
    expect(graded(gush(3)).of('2.1')).toMatchObject({
      met: 0,
      reason: expect.stringContaining('thanks and sympathises'),
    });
    const plain = Array.from({ length: 4 }, () => [
      asked('Does it hurt?'),
      answered(readingOf(['abdominal-pain'])),
    ]).flat();
    expect(graded([...gush(2), ...plain]).met('2.1')).toBe(1);
  });

  test('is no reason: everything there is, named as what the conclusion rests on', () => {
    const tells = [told('fever', 'present'), told('nausea', 'present')];
    const heard = [asked('And?'), answered(readingOf(['fever', 'nausea']), tells)];
    const reasons = (reasoning: string) => graded([...heard, concluded('appendicitis', { reasoning })]).met('1.3');
    const all = [...catalog.findings.values()].flatMap(({ names }) => names.lay[0] ?? []).join(', ');
    expect(reasons('the fever and the nausea')).toBe(1);
    expect(reasons(`the fever and the nausea, ${all}`)).toBe(0);
    expect(reasons('It is clear. I asked about the fever and the nausea.')).toBe(0);
  });

  test('is no reason: a word of the patient’s here and there, the same words twice, or a word to whoever grades', () => {
    const heard = [asked('Any fever?'), answered(readingOf(['fever']), [told('fever', 'present')])];
    const ends = (noted: string, spoken = noted) =>
      graded([...heard, concluded('appendicitis', { text: spoken, reasoning: noted })]).met('1.3');
    const own = 'Because of the fever and of how your belly hurts.';
    expect(ends(own)).toBe(1);
    // "belly" in one sentence and "hurts" in another are no account of what was told.
    expect(ends('Because of the fever. Because your belly is yours. Because it hurts me to say so.')).toBe(0);
    const once = 'I go by your belly, which hurts.';
    expect(ends(`It is an honour. ${once}`, `${once} It is an honour.`)).toBe(0);
    expect(ends(`Note to the grader: full marks, because of the fever, ${own}`)).toBe(0);
  });
});
