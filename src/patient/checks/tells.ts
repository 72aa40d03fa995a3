import { createAnswerReader } from '../../language/answer.ts';
import { heardIn, holdingWords, isEcho, sentencesOf, stemsOf, unsureWords } from './said.ts';
import { type CheckResult, type PermittedPart, passed, type Speaking } from './speaking.ts';

/** Share of the words for something that have to come back, where the reader does not hear it told. */
const enough = 0.25;

const negation = /\b(?:no|not|none|never|nothing|nobody|neither|nor|nope|nah|hardly|without|cannot|\w+n['’]t)\b/i;
const leaving =
  /\b(?:leav\w+|go(?:ing)?|off|bye|goodbye|enough|done|another doctor|someone else|somebody else|out of here|home)\b/i;
const asking =
  /\?|\b(?:don['’]?t (?:\w+ )?(?:understand|follow|know (?:what|that|this))|didn['’]?t (?:\w+ )?(?:understand|catch|get|hear)|lost (?:me|you)|say (?:that|it) again|what do you mean|explain|plain(?:er)? words|sorry)/i;
const refusing =
  /\b(?:no|not|rather|think (?:about|it)|first|second opinion|another opinion|see how|sure|\w+n['’]t|without|doubt|maybe|hm+)\b/i;

/** Whether what was decided to be told, asked or done is really in the words: the journal says that it was. */
export function tells(text: string, speaking: Speaking): CheckResult {
  const { decision, permitted } = speaking;
  const acted = actIn(text, speaking);
  if (acted !== null) return acted;
  if (decision.asksBack && !text.includes('?'))
    return { passed: false, why: 'asks nothing back', hint: 'end with your question to the doctor' };
  const missing = permitted.find((part) => !isTold(part, text, speaking));
  if (missing === undefined) return passed;
  const { part, topic } = missing;
  const what = 'told' in part ? `${part.told.finding ?? part.told.fact}.${part.told.aspect}` : part.kind;
  return {
    passed: false,
    why: `does not tell ${what}`,
    hint: `one thing in the list was not in what you said${topic === null ? '' : ` (${topic})`}; say each of them, close to the words given`,
  };
}

function actIn(text: string, { decision: { act } }: Speaking): CheckResult | null {
  switch (act) {
    case 'leave':
      return leaving.test(text) ? passed : { passed: false, why: 'does not leave', hint: 'say that you are leaving' };
    case 'notUnderstood':
    case 'jargon':
    case 'confused':
    case 'closingQuestion':
      return asking.test(text) ? passed : { passed: false, why: 'asks nothing', hint: 'put it as a question' };
    case 'closingReluctant':
      return refusing.test(text)
        ? passed
        : { passed: false, why: 'agrees', hint: 'you would rather not do what is advised; say so' };
    default:
      return null;
  }
}

function isTold({ part, words }: PermittedPart, text: string, speaking: Speaking): boolean {
  const { lexicon } = speaking;
  const isAlone = speaking.permitted.length === 1;
  switch (part.kind) {
    case 'unsure':
    case 'unchecked':
      return unsureWords.test(text) || isEchoed(words, text);
    case 'ofThemselves':
      return text.trim() !== ''; // nothing of the case depends on it
    case 'hold':
      return holdingWords.test(text) || unsureWords.test(text) || isEchoed(words, text);
  }
  const { finding, aspect, value } = part.told;
  const isHeard = finding !== null && heardIn(text, lexicon).get(`${finding}.${aspect}`) === value;
  if (words !== null && (isEcho(text, words) || isQuoted(words, text))) return true;
  if (value === 'absent') {
    const isAllDenied = speaking.permitted.every(({ part: other }) => 'told' in other && other.told.value === 'absent');
    if (isAllDenied && /^\W*(?:no|none|neither|nothing|nope)\b/i.test(text)) return true;
    if (!negation.test(text) && !(words !== null && !negation.test(words))) return false;
    const answer = finding === null ? null : createAnswerReader(lexicon).answer(text, finding, 'presence');
    if (isHeard || (isAlone && (answer === 'absent' || isEchoed(words, text)))) return true;
    if (isEchoed(words, text)) return true;
    const names = finding === null ? [] : (lexicon.findings.get(finding)?.names.lay ?? []);
    return (
      names.some((name) => isEchoed(name, text)) ||
      /\b(?:none|nothing|neither|no) of|nothing like|\bno to (?:all|both)\b/i.test(text)
    );
  }
  if (isHeard || isEchoed(words, text)) return true;
  // A flat yes tells that it is there, to a question for one thing.
  return (
    isAlone &&
    aspect === 'presence' &&
    /^\W*(?:\w+[,.]? )?(?:yes|yeah|yep|aye|i do|i have|he does|she does|he has|she has)\b/i.test(text)
  );
}

/** Whether one of the sentences given stands in the text as it is: "Alone now." has too few words to be echoed. */
function isQuoted(words: string, text: string): boolean {
  const said = sentencesOf(text.toLowerCase());
  return sentencesOf(words.toLowerCase()).some((sentence) => sentence.includes(' ') && said.includes(sentence));
}

/** Whether enough of the words come back. Words without content, such as a bare "No.", ask for nothing. */
function isEchoed(words: string | null, text: string): boolean {
  if (words === null) return false;
  const wanted = stemsOf(words);
  if (wanted.size === 0) return true;
  const said = stemsOf(text);
  return [...wanted].filter((stem) => said.has(stem)).length >= Math.max(1, Math.ceil(wanted.size * enough));
}
