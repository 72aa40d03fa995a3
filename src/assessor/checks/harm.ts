import type { Condition } from '../../catalog/condition.ts';
import type { ConsultationEvent } from '../../events/event.ts';
import { type Advised, itemsIn, itemsRefused } from '../../language/advised.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import type { PlanItem } from '../../language/plan.ts';
import type { SpokenSentence } from '../../language/speech.ts';
import { type DoctorsSentence, doctorsSentences, isConditional } from './spoken.ts';

/** A question that offers something: "why don't you take some ibuprofen?" */
const offering =
  /^(?:(?:and|so|well|okay|then) )*(?:why (?:do you not|not|do not you|do not we)|how about|what about|would you like|shall (?:i|we)|could you (?:try|take|use)|can i (?:give|offer|prescribe)|have you thought of)\b/;

/** The patient took it, or was told to by others; it caused the trouble: nothing of that is advice. */
const past =
  /\b(?:you (?:took|said|told|mentioned|have (?:taken|been|had|tried|used)|were|had|already|used|tried|did)|(?:they|he|she|your (?:doctor|gp)) (?:gave|put|told|prescribed))\b|\b(?:caus\w+|brought on) by\b|\b(?:did (?:nothing|not help|not work|no good)|without (?:any )?effect|has (?:a lot|lots|plenty) of|(?:has|have|is|are|was|may be|may have|can have) (?:\w+ )?(?:upset|irritat\w+|made|set off|stirr\w+|mask\w+|hidden|dull\w+|damaged?|damaging|harmed|worsen\w+|behind)|only if (?:the|a|your) (?:swab|test|tests|culture|scan|blood\w*|result\w*)|if the (?:swab|test|tests|culture|scan|blood test|results?) (?:shows?|comes?|is|are|finds?)|(?:was|were) (?:no|not|never|of no|little) (?:use|good|help|any|doing|touching)|due to|because of|comes? from|came from|result of|side effect of|reaction to|allergic to|thanks to)\b/;

/**
 * What of some items a sentence advises, or null: a question, a denial, and what the patient did before advise nothing.
 *
 * @param isPlan the sentence stands in a conclusion, where the bare name of a medicine plans it
 */
function harmIn(
  sentence: SpokenSentence,
  { avoid, due }: { avoid: readonly PlanItem[]; due: readonly PlanItem[] },
  { advised, isPlan }: { advised: Advised; isPlan: boolean },
): string | null {
  if (avoid.length === 0 || (sentence.isAsking && !offering.test(sentence.text)) || past.test(sentence.text))
    return null;
  if (!isPlan && !offering.test(sentence.text) && !advising.test(sentence.text)) return null;
  const [named] = itemsIn(sentence.words.replace(onceHome, ' '), avoid, advised, due);
  return named ?? null;
}

/** "Before you go home the nurse looks in" sends nobody home; "if you are at home by then" neither. */
const onceHome =
  /\b(?:before|when|once|after|until|by the time|as soon as|if|whether) (?:you(?:'re| are| go| get| have got| can go|'ve got)?|we let you|they let you) (?:go(?:ing)? |are |get |back |safely |then )*(?:at )?home\b/gi;

const advising =
  /\b(?:take|taking|pop|have|use|using|try|trying|give|prescrib\w+|put you|start|swallow|buy|apply|rub|reach for|go|going|wait|stay|rest|keep|carry on|squeeze|breathe|cut|scrape|helps?|will help|sort you|do the trick|good for|works|recommend|suggest|can|could|should|let us|i will|we will|let it|leave)\b/;

/** An item that is itself to leave something alone, which nobody is talked out of by being told to. */
const shunning = /\b(?:avoid\w*|stop\w*|not?|less|without|wait\w*|leave)\b/i;

/** The first thing that the doctor advised although the condition forbids it, or advised against although it is essential, with the sentence; null where there is none. */
export function harmAdvised(
  history: readonly ConsultationEvent[],
  { management, workup }: Condition,
  lexicon: Lexicon,
): (DoctorsSentence & { readonly what: string }) | null {
  const items = { avoid: management.avoid, due: [...management.do, ...workup] };
  for (const one of doctorsSentences(history, lexicon)) {
    const item = harmIn(one.sentence, items, { advised: lexicon.advised, isPlan: one.isClosing });
    if (item !== null) return { ...one, what: `advises ${item}, which is to be avoided` };
    const refused = one.isClosing && !one.sentence.isMarked && !isConditional(one.sentence);
    const [missed] = refused ? itemsRefused(one.sentence.words, management.do, lexicon.advised) : [];
    if (
      management.do.some(
        ({ id, essential, terms }) => essential && id === missed && !terms.some((term) => shunning.test(term)),
      )
    )
      return { ...one, what: `talks the patient out of ${missed}, which is essential` };
  }
  return null;
}
