import type { AskedBody } from './protocol.ts';

/** What the doctor of the bench asks, before it concludes. */
export const questions = [
  'Since when do you have this?',
  'Do you have a fever?',
  'Is there anything that makes it better or worse?',
  'Do you take any medicines?',
  'Do you have any allergies?',
  'Has anybody in your family had the same?',
  'Do you smoke?',
];

/** What the rubric in `library/` has its judge grade. */
const criteria = ['opens', 'follows', 'plain'];

/** Models that the endpoint plays: one a role. */
export const models = { doctor: 'doctor', patient: 'patient', judge: 'judge' } as const;

const conclusion = {
  diagnosis: 'influenza',
  differential: [
    { diagnosis: 'influenza', probability: 0.6 },
    { diagnosis: 'common cold', probability: 0.3 },
  ],
  reasoning: 'fever and aching all over',
  plan: 'Rest and drink enough.',
  safety_net: 'Come back if it gets worse.',
};

interface Reply {
  readonly message: object;
  readonly finish_reason: 'stop' | 'tool_calls';
}

/** The reply to a request, whoever made it: the same words get the same reply. */
export function replyTo({ model, messages }: AskedBody): Reply {
  if (model === models.judge) return says(JSON.stringify({ criteria: criteria.map(unmet) }));
  if (model === models.patient) return says(spokenFrom(messages.at(-1)?.content ?? ''));
  const question = questions[messages.filter(({ role }) => role === 'assistant').length];
  return question === undefined ? concludes : says(question);
}

const says = (content: string): Reply => ({
  message: { role: 'assistant', content, refusal: null },
  finish_reason: 'stop',
});

const concludes: Reply = {
  message: {
    role: 'assistant',
    content: null,
    refusal: null,
    tool_calls: [
      { id: 'call_1', type: 'function', function: { name: 'conclude', arguments: JSON.stringify(conclusion) } },
    ],
  },
  finish_reason: 'tool_calls',
};

const unmet = (id: string) => ({ id, reason: 'Nothing of the kind is said.', turn: null, quote: null, met: false });

/** The words that a patient is given, said as they are: a model that keeps to its list. */
function spokenFrom(note: string): string {
  const given = [...note.matchAll(/^- .*(?:Say|own accord): "(.*)"$/gm)].map(([, words]) => words);
  if (given.length > 0) return given.join(' ');
  if (/do not know, or do not remember|you cannot know/.test(note)) return 'Not sure.';
  if (/Keep it back/.test(note)) return "I'd rather not say.";
  if (/Say that it is so/.test(note)) return 'Yes.';
  if (/You will do it/.test(note)) return 'All right. I will do that.';
  if (/rather not do it/.test(note)) return "I'd rather not do that.";
  if (/Nothing was asked/.test(note)) return 'Okay.';
  return 'How do you mean?';
}
