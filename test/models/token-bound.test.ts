import { expect, test } from 'vitest';
import type { ChatMessage } from '../../src/models/model.ts';
import { inputTokenBound, inputTokenGuess } from '../../src/models/token-bound.ts';
import { asks } from '../support/scripted-model.ts';

test.each([{ count: inputTokenBound }, { count: inputTokenGuess }])(
  'calls that an assistant made are counted with its words',
  ({ count }) => {
    const requestWith = (more: Partial<ChatMessage>) => ({
      ...asks(''),
      messages: [{ role: 'assistant' as const, content: '', ...more }],
    });
    const made = (words: string) => [{ id: 'call00001', name: 'ask_patient', arguments: JSON.stringify({ words }) }];
    const short = count(requestWith({ toolCalls: made('a') })) - count(requestWith({}));
    const long = count(requestWith({ toolCalls: made('a'.repeat(401)) })) - count(requestWith({}));
    expect(short).toBeGreaterThan(0);
    expect(long - short).toBeGreaterThanOrEqual(100); // four letters to a token, or one
  },
);
