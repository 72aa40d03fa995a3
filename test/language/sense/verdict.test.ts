import { expect, test } from 'vitest';
import { contextOf } from '../../../src/language/focus.ts';
import { readQuestion } from '../../../src/language/question.ts';
import { verdictOf } from '../../../src/language/sense/verdict.ts';
import { lexicon } from '../../support/shipped.ts';

test.each([
  { text: 'Have you been coughing?', verdict: 'named' },
  { text: 'Is the itching mild or severe?', verdict: 'named' },
  { text: 'Do you carry your shopping home?', verdict: 'open' },
  { text: 'Any fever, chills or night sweats?', verdict: 'open' },
  { text: 'Are your bowels regular?', verdict: 'read' },
  { text: 'What worries you most about it?', verdict: 'read' },
  { text: 'What is your diagnosis?', verdict: 'theirs' },
  { text: 'Hm, okay.', verdict: 'theirs' },
  { text: 'What’s your name?', verdict: 'theirs' },
  { text: 'Tell me more.', verdict: 'unasked' },
  { text: 'Is your troponin raised?', verdict: 'unasked' },
  { text: 'Let me look at your tummy.', verdict: 'theirs' },
  { text: 'Would you like me to call your wife?', verdict: 'theirs' },
])('"$text": $verdict', ({ text, verdict }) => {
  expect(verdictOf(readQuestion(text, contextOf([], lexicon), lexicon), lexicon)).toBe(verdict);
});
