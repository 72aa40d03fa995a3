import { describe, expect, test } from 'vitest';
import type { QuotedGrade } from '../../src/assessor/assessment.ts';
import { createJudging } from '../../src/assessor/judging.ts';
import { scoreOf, scoreRubric } from '../../src/assessor/rubric-score.ts';
import { byId } from '../../src/catalog/catalog.ts';
import type { EventBody } from '../../src/events/event.ts';
import { noContext } from '../../src/language/reading-context.ts';
import { understand } from '../../src/language/understand.ts';
import { truthOf } from '../support/assessment.ts';
import { chatEndpoint, replies as replyWith } from '../support/chat-endpoint.ts';
import { examplesIn, numbersIn, rowsOfTable, sectionOf, tablesOf } from '../support/doc-tables.ts';
import { answered, asked, concluded, ended, historyOf, opened, told } from '../support/events.ts';
import { graded, judgeAt, verdicts } from '../support/judge.ts';
import { catalog, lexicon } from '../support/shipped.ts';

const section = await sectionOf('scoring.md', 'Rubric');
const part = (title: string) => section.slice(section.indexOf(`### ${title}\n`));
const criteriaOf = (id: string) => byId('rubric', catalog.rubrics, id).dimensions.flatMap(({ criteria }) => criteria);

describe('an example of points', () => {
  const shares: Record<string, Pick<QuotedGrade, 'met' | 'applies'>> = {
    ...{ met: { met: 1 }, 'half met': { met: 0.5 }, 'not met': { met: 0 } },
    ...{ ungraded: { met: null }, 'does not apply': { met: null, applies: false } },
  };
  const pointsOf = (given: string) =>
    given.split(', ').map((criterion) => {
      const [points = '', ...words] = criterion.split(' ');
      const share = shares[words.join(' ')];
      if (!share) throw new Error(`a criterion is not "${words.join(' ')}"`);
      return { points: numbersIn(points)[0] ?? 0, ...share };
    });

  const examples = examplesIn(rowsOfTable(section, 'figure'));

  test.each(examples.slice(0, 3))('of its $name comes to what it says', ({ name, given, result, digits }) => {
    const { score, low, high } = scoreOf(pointsOf(given));
    const figures: Record<string, number | null> = { score, low, high };
    expect(figures[name]).toBeCloseTo(result, digits);
  });

  test('of dimensions comes to what it says', () => {
    const [, , , { name, given, result, digits } = { name: '', given: '', result: 0, digits: 0 }] = examples;
    const grades = new Map<string, QuotedGrade>();
    const dimensions = given.split('; in another dimension ').map((part, place) => ({
      ...{ id: `d${place}`, title: 'Title' },
      criteria: pointsOf(part).map(({ points, met }, at) => {
        const id = `${place}.${at}`;
        grades.set(id, { met, reason: '', turn: null, quote: null });
        return { id, text: 'Text', points };
      }),
    }));
    const rubric = { id: 'r', title: 'Title', source: 'ours', dimensions };
    const setting = { history: historyOf(opened()), truth: truthOf(), condition: null, lexicon, allPlanItems: [] };
    expect([name, dimensions.length, examples.length]).toEqual(['dimensions', 2, 4]);
    expect(scoreRubric(rubric, setting, grades).dimensions.d0?.score).toBeCloseTo(result, digits);
  });
});

test('the table of consultation-quality has the criteria of its file', () => {
  const ids = rowsOfTable(part('Quality of a consultation'), 'id').map(([id]) => id);
  expect(ids).toEqual(criteriaOf('consultation-quality').map(({ id }) => id));
});

test.each([
  ['osce-communication', 'Communication, as at a practical examination'],
  ['clinical-safety', 'Clinical safety'],
])('the table of %s has the criteria of its file, their points, and who grades them', (id, title) => {
  const rows = rowsOfTable(part(title), 'criterion').map((row) => row.slice(0, 3));
  const own = criteriaOf(id).map(({ id: criterion, points, check }) => [
    criterion,
    String(points),
    check ? 'rule' : 'judge',
  ]);
  expect(rows).toEqual(own);
});

describe('the example of the page', () => {
  const page = part('Communication, as at a practical examination');
  const rows = rowsOfTable(page, 'turn');
  const tells = (ids = '') => ids.split(' ').flatMap((id) => (id === '' ? [] : [told(id, 'present')]));
  const bodies = rows.flatMap(([turn, doctor = '', patient = '', findings], index): EventBody[] => {
    if (turn === '0') return [opened(tells(findings), patient)];
    if (index === rows.length - 1) return [concluded('appendicitis', { text: doctor })];
    return [asked(doctor), answered(understand(doctor, noContext, lexicon), tells(findings), patient)];
  });
  const truth = {
    case: 'c',
    title: '',
    condition: 'appendicitis',
    name: 'appendicitis',
    icd10: null,
    mustAsk: [],
    redFlags: [],
    management: [],
  };
  const condition = byId('condition', catalog.conditions, 'appendicitis');
  const { low, high, criteria } = scoreRubric(byId('rubric', catalog.rubrics, 'osce-communication'), {
    history: historyOf(...bodies),
    truth,
    condition,
    lexicon,
    allPlanItems: [],
  });

  test('meets what the page says, and nothing else', () => {
    const text = page.slice(page.indexOf('\ngreets 1'), page.indexOf('are met')).replaceAll('−', '-');
    const said = [...text.matchAll(/([a-z-]+) (-?\d+)/g)].map(([, id, points]) => [id, Number(points)]);
    expect(criteria.filter(({ met }) => met === 1).map(({ id, points }) => [id, points])).toEqual(said);
  });

  test('lies between the bounds of the page', () => {
    const [, from, to] = /between \d+\/\d+ = (\S+) and \d+\/\d+ = (\d\.\d+)/.exec(page) ?? [];
    expect([low.toFixed(3), high.toFixed(3)]).toEqual([from, to]);
  });
});

test('the page’s judge gave as many replies, of as many tokens, as it says', async () => {
  const [, rows = []] = tablesOf(section, 'figure');
  const [replies, usage] = examplesIn(rows);
  const [tokensIn = 0, tokensOut = 0] = numbersIn(usage?.given ?? '');
  const rubric = byId('rubric', catalog.rubrics, 'consultation-quality');
  const dimensions = rubric.dimensions.map(({ criteria }) =>
    criteria.filter(({ check }) => check?.rule !== 'overall-level').map(({ id }) => graded(id, false)),
  );
  const asked = dimensions.filter(({ length }) => length > 0);
  const texts = ['I would rather not.', ...asked.map((criteria) => verdicts(...criteria))];
  const endpoint = await chatEndpoint(texts.map((text) => replyWith({ text, usage: [tokensIn, tokensOut] })));
  try {
    const judge = await judgeAt(endpoint.baseUrl, { grades: 'all' });
    const judging = createJudging({ judge, rubrics: [rubric], conditions: catalog.conditions });
    const [assessed] = [...catalog.cases.values()].filter(({ truth }) => truth.condition !== null);
    if (assessed === undefined) throw new Error('the library has cases');
    const history = historyOf(opened(), concluded('a cold'), ended());
    const made = await judging('c', history, assessed, new AbortController().signal);
    const took = made.judge.usage;
    expect(replies?.given).toContain(`each of ${asked.length} dimensions`);
    expect([made.judge.replies, (took?.inputTokens ?? 0) + (took?.outputTokens ?? 0)]).toEqual([
      replies?.result,
      usage?.result,
    ]);
  } finally {
    await endpoint.close();
  }
});
