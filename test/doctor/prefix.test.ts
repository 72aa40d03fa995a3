import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { Protocol } from '../../src/catalog/protocol.ts';
import { modelDoctor } from '../../src/doctor/model.ts';
import { readDoctorPrompts } from '../../src/doctor/prompts.ts';
import type { ViewLine } from '../../src/events/history.ts';
import { chatModel } from '../../src/models/models.ts';
import { wordsOf } from '../support/chat/request.ts';
import { chatEndpoint, says } from '../support/chat-endpoint.ts';

const prompts = await readDoctorPrompts([fileURLToPath(new URL('../../prompts', import.meta.url))]);

/** What is said in turn: the doctor's question, and the patient's answer of two sentences. */
const exchanges = [
  ['Since when do you have this?', 'Since this morning. It came on while I was carrying the shopping upstairs.'],
  ['Does it spread anywhere?', 'Into my left arm, a bit. And my jaw feels odd.'],
  ['Do you feel sick or short of breath?', 'Yes, I felt sick. I had to sit down to get my breath back.'],
  ['Have you had this before?', 'Never like this. I sometimes get a stitch when I hurry.'],
  ['Do you take any medicines?', 'Something for my blood pressure. I forget what it is called.'],
  ['Do you smoke?', 'I stopped ten years ago. My wife made me.'],
  ['Has anybody in your family had heart trouble?', 'My father had a heart attack. He was about my age.'],
] as const;

/** All that an endpoint reads of each request of a consultation, in the order in which it reads it. */
async function requestsOf(settings: Partial<Protocol>): Promise<string[]> {
  const endpoint = await chatEndpoint(() => says('<thinking>It may be the heart.</thinking>\nGo on.'));
  try {
    const doctor = modelDoctor({
      model: await chatModel(`openai:test-model@${endpoint.baseUrl}`, { env: {} }),
      consultation: 'c1',
      protocol: Protocol.parse(settings),
      diagnoses: settings.diagnoses === 'closed' ? ['migraine', 'gout', 'acute coronary syndrome'] : null,
      hints: settings.hints ? [{ label: 'gout', score: 0.4 }] : null,
      prompts,
      seed: 1,
      draw: 0,
      readImage: null,
      nameOf: (diagnosis) => diagnosis,
    });
    const lines: ViewLine[] = [{ speaker: 'patient', text: 'My chest feels tight.' }];
    const { signal } = new AbortController();
    for (const [question, answer] of exchanges) {
      const view = { demographics: { age: 61, sex: 'male' as const }, setting: 'general practice', lines: [...lines] };
      await doctor.act({ view, call: 'act', turnsLeft: 7 }, signal);
      const rationale = settings.rationale ? { rationale: 'It may be the heart.' } : {};
      lines.push({ speaker: 'doctor', text: question, act: 'ask', ...rationale }, { speaker: 'patient', text: answer });
    }
    // Tools stand before the conversation wherever a provider says in what order it keeps a prompt.
    return endpoint.requests.map(({ tools, messages }) =>
      [JSON.stringify(tools), ...messages.map((message) => `${message.role}: ${wordsOf(message)}`)].join('\n'),
    );
  } finally {
    await endpoint.close();
  }
}

/** How much of a text is the beginning of the one before it, from 0 to 1. */
function sharedWith(before: string, text: string): number {
  let same = 0;
  while (same < text.length && text[same] === before[same]) same++;
  return same / text.length;
}

describe('of each request at least 95 % is the beginning of the one before it, from the third turn on', () => {
  test.each<{ name: string; settings: Partial<Protocol> }>([
    { name: 'as the protocol is by default', settings: {} },
    { name: 'with thoughts before each turn', settings: { rationale: true } },
    { name: 'with examples', settings: { examples: true } },
    { name: 'with a closed list and hints', settings: { diagnoses: 'closed', hints: true } },
  ])('$name', async ({ settings }) => {
    const requests = await requestsOf(settings);
    const shares = requests.map((text, i) => sharedWith(requests[i - 1] ?? '', text)).slice(2);
    expect(shares).toHaveLength(exchanges.length - 2);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.95);
  });
});
