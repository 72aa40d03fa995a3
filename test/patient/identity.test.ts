import { describe, expect, test } from 'vitest';
import { byId } from '../../src/catalog/catalog.ts';
import { meet } from '../support/patient.ts';
import { catalog } from '../support/shipped.ts';

const answerOf = async (id: string, ...questions: readonly string[]) => {
  const { ask } = await meet({ patientCase: byId('case', catalog.cases, id).patientCase });
  let reply = await ask(questions[0] ?? '');
  for (const question of questions.slice(1)) reply = await ask(question);
  return reply;
};

describe('who they are, patients know', () => {
  test.each([
    ['headache-benali', 'How old are you?', /\b31\b/],
    ['headache-benali', "What's your name?", /notes|form/],
    ['scratching-baby-saidi', 'How old is he?', /\b(?:8|10|11|6) months old\b/],
  ])('%s: %s', async (id, question, words) => {
    const { text, told } = await answerOf(id, question);
    expect(text).toMatch(words);
    expect(told).toEqual([]);
  });

  test('who speaks for another says who', async () => {
    const { text } = await answerOf('hot-and-drowsy-eze', 'Hello, who is this?');
    const { proxy } = byId('case', catalog.cases, 'hot-and-drowsy-eze').patientCase;
    expect(text).toContain(proxy?.relation);
    expect(text).toContain(proxy?.patient);
  });
});

describe('what only the other sex can have', () => {
  test('is no question for a man', async () => {
    const { text, told } = await answerOf('loose-stools-tamatea', 'Are your periods regular?');
    expect(text).toMatch(/not a woman\b/);
    expect(text).not.toMatch(/period/i);
    expect(told).toEqual([]);
  });

  test('nor for a woman', async () => {
    expect((await answerOf('losing-weight-pavlova', 'Any trouble with your prostate?')).text).toMatch(/not a man\b/);
  });

  test('and a proxy is not taken for the patient', async () => {
    expect((await answerOf('scratching-baby-saidi', 'Were there any problems in the pregnancy?')).text).not.toMatch(
      /\ba (?:girl|woman)\b/,
    );
  });
});

test('nobody is unsure whether they are married', async () => {
  const patientCase = byId('case', catalog.cases, 'headache-benali').patientCase;
  expect(patientCase.facts.some(({ finding }) => finding === 'marital-status')).toBe(false);
  const { text, told } = await answerOf('headache-benali', 'Are you married?');
  expect(text).not.toMatch(/know|sure|say|remember/i);
  expect(told).toEqual([]);
});
