import { describe, expect, test } from 'vitest';
import { readJudgements } from '../../src/assessor/judge-reply.ts';

const entry = (id: string | number, more: object = {}) => ({
  id,
  reason: 'asked',
  turn: 1,
  quote: 'Any fever?',
  met: true,
  ...more,
});
const whole = JSON.stringify({ criteria: [entry('1.1'), entry('1.2', { met: false, quote: '', turn: null })] });
const read = (text: string, wanted = ['1.1', '1.2']) => {
  const { judgements, problem } = readJudgements(text, wanted);
  return { ids: [...judgements.keys()], problem };
};

describe('every criterion is read', () => {
  test.each([
    { form: 'JSON alone', text: whole },
    { form: 'a fence', text: `\`\`\`json\n${whole}\n\`\`\`` },
    { form: 'a fence without a name, and words around it', text: `Here it is:\n\`\`\`\n${whole}\n\`\`\`\nAll done.` },
    { form: 'words around it', text: `I graded [see turn 3] as follows: ${whole} That {is} all.` },
    { form: 'a list', text: JSON.stringify([entry('1.1'), entry('1.2')]) },
    { form: 'an id as a number', text: JSON.stringify({ criteria: [entry(1.1), entry('1.2')] }) },
    { form: 'others beside them', text: JSON.stringify({ criteria: [entry('9'), entry('1.1'), entry('1.2')] }) },
    { form: 'a draft before it', text: `<think>{"criteria": []} or {"criteria": [</think>${whole}` },
    { form: 'the same twice', text: JSON.stringify([entry('1.1'), entry('1.1'), entry('1.2')]) },
    { form: 'brackets within words', text: JSON.stringify([entry('1.1', { quote: 'a } "b" ] {' }), entry('1.2')]) },
  ])('in $form', ({ text }) => {
    expect(read(text)).toEqual({ ids: ['1.1', '1.2'], problem: null });
  });

  test('where one is asked for, without its id, too', () => {
    const { id: _, ...bare } = entry('1.1');
    expect(read(JSON.stringify(bare), ['1.1'])).toEqual({ ids: ['1.1'], problem: null });
  });

  test('as it was written: what counts last comes last, and a turn in words is no turn', () => {
    const text = `${JSON.stringify(entry('1', { met: false }))} no: ${JSON.stringify(entry('1', { met: null, turn: 'the first' }))}`;
    expect(readJudgements(text, ['1']).judgements.get('1')).toEqual({
      met: null,
      reason: 'asked',
      turn: null,
      quote: 'Any fever?',
    });
  });
});

describe('what cannot be read is said in words', () => {
  test.each([
    { text: '', problem: 'it holds no JSON object', ids: [] },
    { text: 'All criteria are met.', problem: 'it holds no JSON object', ids: [] },
    { text: whole.slice(0, -30), problem: 'criterion 1.2 is missing', ids: ['1.1'] },
    { text: '{"grades": 3}', problem: 'its JSON has no list `criteria`', ids: [] },
    { text: '{"criteria": []}', problem: 'criteria 1.1, 1.2 are missing', ids: [] },
    {
      text: JSON.stringify([entry('1.1', { met: 'yes', reason: '' }), entry('1.2')]),
      problem: '`met` and `reason` of criterion 1.1 cannot be read',
      ids: ['1.2'],
    },
    {
      text: JSON.stringify([entry('1.1'), entry('1.2'), entry('1.1', { met: false })]),
      problem: 'criterion 1.1 is graded twice, and differently',
      ids: ['1.2'],
    },
  ])('$problem', ({ text, problem, ids }) => {
    expect(read(text)).toEqual({ ids, problem });
  });
});

test('brackets without end are given up in time', () => {
  const started = performance.now();
  expect(read('{'.repeat(100_000)).problem).toBe('it holds no JSON object');
  expect(performance.now() - started).toBeLessThan(2000);
});
