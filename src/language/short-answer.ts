import { wordsOf } from './words.ts';

const form =
  /^(?:and |so |but |then |well )*(do|does|did|have|has|had|are|is|was|were|can|could|would|will) (you|he|she|it|they|there|your \w+|the \w+|his \w+|her \w+)\b/;

const keeping = /\bstill (?:have|got|has) (?:your|his|her|the) \w+(?: \w+)?\s*\?/i;

const contracted: Readonly<Record<string, string>> = { can: "can't", will: "won't" };

/**
 * What a yes or a no to a question goes on with: "Can you sleep?", "I can"; "Are your bowels regular?", "they aren't". Null
 * where the words hold no such question, or more than one.
 */
export function shortAnswer(question: string, isYes: boolean): string | null {
  const asked = question.split(/(?<=[.!?])\s+/).flatMap((sentence) => {
    const words = wordsOf(sentence).map(({ text }) => text);
    const [, auxiliary, subject] = form.exec(words.join(' ')) ?? [];
    return auxiliary === undefined || subject === undefined ? [] : [{ auxiliary, subject }];
  });
  const [only, ...others] = asked;
  if (only === undefined || others.length > 0) return null;
  const { auxiliary, subject } = only;
  if (subject === 'you' && keeping.test(question)) return isYes ? 'I still have it' : "I don't have it any more";
  if (subject === 'you') {
    const verb = { are: 'am', were: 'was' }[auxiliary] ?? auxiliary;
    if (isYes) return `I ${verb}`;
    return verb === 'am' ? "I'm not" : `I ${negative(verb)}`;
  }
  const isMany = /^(?:do|have|are|were)$/.test(auxiliary);
  const pronoun = subject.includes(' ') ? (isMany ? 'they' : 'it') : subject;
  return `${pronoun} ${isYes ? auxiliary : negative(auxiliary)}`;
}

function negative(verb: string): string {
  return contracted[verb] ?? `${verb}n't`;
}
