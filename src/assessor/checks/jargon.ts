import { firstConclusion } from '../../events/history.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import type { SpokenSentence } from '../../language/speech.ts';
import { type Word, wordsOf } from '../../language/words.ts';
import { met, notMet, type Rule } from './check.ts';
import { doctorsSentences } from './spoken.ts';

/** Whether a medical term is used with the patient and not explained in the same sentence or the next. */
export const jargon: Rule<'jargon'> = (_, { history, lexicon }) => {
  const sentences = doctorsSentences(history, lexicon);
  const conclusion = firstConclusion(history);
  // Its name is what the patient was promised; what it is called is not held against the doctor.
  const named = new Set(
    [conclusion?.diagnosis, ...(conclusion?.differential ?? [])].flatMap((name) =>
      (name ?? '').toLowerCase().split(/\W+/),
    ),
  );
  for (const [index, { sentence, turn }] of sentences.entries()) {
    const term = termIn(sentence, lexicon.manner, named) ?? technicalIn(sentence, lexicon, named);
    const next = sentences[index + 1];
    if (term === null || explains.test(sentence.words)) continue;
    if (next?.turn === turn && explainsBefore.test(next.sentence.text)) continue;
    return met(`uses "${term}" and does not explain it`, turn);
  }
  return notMet('no medical term is left unexplained');
};

/** What medical words are made of; words of this make that everybody knows are in `known`. */
const made =
  /^(?:[a-z]{2,}(?:aemia|emia|uria|algia|algic|pnoea|pnea|rrhoea|rrhea|rrhagia|ectomy|ostomy|otomy|opathy|opathic|osis|itis|paresis|plegia|penia|phagia|phasia|emesis|ptysis|megaly|oedema|edema|ectasia|lithiasis|thorax|phlebitis|aesthesia|esthesia|trophy|plasty|scopy|flexion|dipsia|opia|kinesia|stenosis|sclerosis|malacia|cele|genic|genous|static|stomia|emic|uric|mural|cardial|pleural|aortic)|(?:dys|haem|hemo|hypo|hyper|tachy|brady|oligo|poly|peri|endo|para|retro)[a-z]{5,})$/;
const known = new Set(
  `arthritis bronchitis tonsillitis appendicitis hepatitis sinusitis laryngitis dermatitis gastritis cystitis conjunctivitis gingivitis meningitis tendonitis
   diarrhoea diarrhea anaemia anemia leukaemia leukemia appendectomy appendicectomy tonsillectomy hysterectomy vasectomy mastectomy colonoscopy endoscopy gastroscopy
   osteoporosis diagnosis diagnoses tuberculosis cirrhosis fibrosis neurosis psychosis hypnosis thrombosis neuralgia nostalgia biopsy photogenic carcinogenic hygienic
   parents parent parental period periods perhaps person personal personally permission permit perfect perfectly performing period periodic periodically paramedic
   paramedics paracetamol parachute paragraph parallel paralysed paralyzed parade paranoid parasite parasites hyperactive hyperactivity hypertension polyester polyps
   police policy polish polite politely retrospect endometriosis endoscope paraffin pneumonia academic systemic epidemic pandemic polio polluted pollution pollen
   hypochondriac hypoallergenic allergenic atrophy dystrophy trophy physiotherapy eczema asthma dyslexia dyslexic static ecstatic statistic hypostatic parathyroid hypothermia hypothyroid hyperthyroid polyunsaturated
   endorphins parasol periphery dysfunction parliament hyperventilate hyperventilating paracetamols paraplegic`.split(
    /\s+/,
  ),
);

function termIn(
  { text }: SpokenSentence,
  manner: { find(words: readonly Word[]): readonly { payload: readonly string[]; first: number; last: number }[] },
  named: ReadonlySet<string>,
): string | null {
  const words = wordsOf(text);
  for (const { payload, first, last } of manner.find(words)) {
    const term = words.slice(first, last + 1).map((word) => word.text);
    if (payload.includes('jargon') && !term.every((word) => named.has(word))) return term.join(' ');
  }
  return words.find(({ text: word }) => made.test(word) && !known.has(word) && !named.has(word))?.text ?? null;
}

/** What the wordings hold for technical words, beyond those that patients ask about. */
function technicalIn(sentence: SpokenSentence, { speech }: Lexicon, named: ReadonlySet<string>): string | null {
  const terms = speech.stretches(sentence, 'technical').map(({ from, to }) => sentence.text.slice(from, to).trim());
  return terms.find((term) => !term.split(' ').every((word) => named.has(word))) ?? null;
}

const explains =
  /\b(?:that is|that's|which is|which means|meaning|i\.?e\.?|in other words|in plain|by that i mean|what we call|we call|is called|known as|so-called|called|basically|in short|namely|simply put|or in lay|the medical (?:word|term|name)|doctors call)\b|\(|[–—]| - |\bor,? (?:if you like|put simply)\b/i;
const explainsBefore =
  /^(?:that|this|it|which|these|those)(?: just| simply| only| basically)? (?:is|are|means|mean)\b|^(?:in other words|i mean|meaning|by that|by which|put simply|simply put)\b/;
