import { describe, expect, test } from 'vitest';
import { removed } from '../../src/assessor/addresses-judge.ts';
import { findQuote } from '../../src/assessor/quote.ts';
import type { TranscriptLine } from '../../src/assessor/transcript.ts';

const said = (turn: number, text: string): TranscriptLine => ({ turn, speaker: 'doctor', text });
const lines = [
  said(1, 'Do you have a fever? I’m asking because of the “chills” you named.'),
  said(2, 'Fever?'),
  said(3, 'No. Fever is what I fear.'),
  said(4, `Take rest. ${removed}`),
  said(5, 'Do you have a fever?'),
];

describe('a quote is found', () => {
  test.each([
    { quote: 'Do you have a fever?', turn: 1 },
    { quote: '"do you  have a FEVER"', turn: 1 },
    { quote: 'I\'m asking because of the "chills"', turn: 1 },
    { quote: 'Do you have … because of the', turn: 1 },
    { quote: 'Do you have [...] you named', turn: 1 },
    { quote: 'Fever?', turn: 2 },
    { quote: 'fever', turn: 2 },
    { quote: 'Take rest', turn: 4 },
  ])('$quote in turn $turn', ({ quote, turn }) => {
    expect(findQuote(quote, lines, null)?.turn).toBe(turn);
  });

  test.each([
    { likely: 5, turn: 5 },
    { likely: 1, turn: 1 },
    { likely: 3, turn: 1 },
  ])('where it was said twice, in the turn that was named if it stands there ($likely)', ({ likely, turn }) => {
    expect(findQuote('Do you have a fever?', lines, likely)?.turn).toBe(turn);
  });
});

describe('no quote is', () => {
  test.each([
    { quote: '', why: 'nothing' },
    { quote: '?!', why: 'no word' },
    { quote: 'asking', why: 'one word out of many' },
    { quote: 'you have a fev', why: 'cut within a word' },
    { quote: 'No fever', why: 'another meaning, without the full stop' },
    { quote: 'Any cough?', why: 'what nobody said' },
    { quote: 'because of the … Do you have', why: 'out of order' },
    { quote: 'Do … fever', why: 'single words strung together' },
    { quote: 'Fever? No. Fever is', why: 'words of two lines' },
    { quote: removed, why: 'our own remark' },
    { quote: 'addressed to the grader', why: 'a part of our own remark' },
  ])('$why: $quote', ({ quote }) => {
    expect(findQuote(quote, lines, null)).toBeNull();
  });
});
