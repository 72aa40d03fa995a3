import { expect, test } from 'vitest';
import { disagreementOf } from '../../src/events/disagreement.ts';
import type { Mention } from '../../src/events/event.ts';
import { answered, asked, historyOf, opened, readingOf } from '../support/events.ts';

const mentions = (...keys: string[]): Mention[] => readingOf(keys).mentions;

const reply = (embedded: readonly string[], model?: Mention[]) => ({
  ...answered(readingOf(embedded)),
  ...(model === undefined ? {} : { modelReading: model }),
});

test('turns that a model read are compared by finding and aspect, in whatever order', () => {
  const history = historyOf(
    opened(),
    asked(),
    reply(['fever', 'cough.onset'], mentions('cough.onset', 'fever', 'fever')),
    asked(),
    reply(['fever'], mentions('fever.onset')),
    asked(),
    reply(['fever'], []),
    asked(),
    reply(['fever']),
  );
  expect(disagreementOf(history)).toEqual({ turns: 3, different: 2, rate: 2 / 3 });
});

test('which fact of the case was meant is nothing that readers differ in', () => {
  const meant = mentions('rash').map((mention) => ({ ...mention, fact: 'purple-spots' }));
  expect(disagreementOf(historyOf(opened(), asked(), reply(['rash'], meant)))).toMatchObject({ different: 0 });
});

test('without a model’s reading there is no rate', () => {
  expect(disagreementOf(historyOf(opened(), asked(), reply(['fever'])))).toEqual({
    turns: 0,
    different: 0,
    rate: null,
  });
});
