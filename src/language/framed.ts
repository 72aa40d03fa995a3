import type { Sentence } from './clauses.ts';
import { frameOf, isOfMedicine } from './frames.ts';
import type { Lexicon } from './lexicon.ts';
import type { LexiconEntry } from './lexicon-entry.ts';
import type { Found } from './phrases.ts';
import type { ReadingContext } from './reading-context.ts';
import type { Word } from './words.ts';

/** Findings that a medicine's or an operation's name does not turn into a question about medicines or operations. */
const standing = new Set([
  'vaccination',
  'flu-vaccination',
  'covid-vaccination',
  'childhood-vaccination',
  'tetanus-vaccination',
  'pneumonia-vaccination',
  'hormone-use',
  'contraception',
  'painkiller-overuse',
  'drug-use',
  'smoking',
  'alcohol',
  'caffeine',
  'past-illnesses',
  'new-food-or-medicine',
  'relieved-by-antacids',
  'blood-pressure-lowering-tablets',
  'steroid-inhaler-or-antibiotics',
  'regular-anti-inflammatories',
  'skin-creams-with-oil-or-steroid',
  'joint-injection-or-replacement',
  'obstetric-history',
  'previous-tests',
  'recent-travel',
  'diet',
  'exercise',
  'animal-bite',
  'hospital-admissions',
  'suicidal-thoughts',
  'sleep-problems',
  'trouble-swallowing-pills',
  'anaesthetic-problems',
  'blood-transfusion',
  'contact-lenses',
  'new-contact-substance',
  'appendix-removed',
  'skin-care',
  'insurance',
  'pharmacy',
  'expectations',
  'concerns',
  'ideas',
]);

/** Findings that are a medicine or a treatment: "did it help?" is asked of it. */
const medicines = new Set([
  'current-medicines',
  'treatments-tried',
  'skin-creams-with-oil-or-steroid',
  'blood-thinner-use',
  'inhaler-use',
  'nasal-spray-use',
  'insulin-use',
  'relieved-by-antacids',
  'hormone-use',
  'painkiller-overuse',
  'thyroid-medicine',
  'laxative-use',
  'iron-treatment',
  'eye-drops-used',
  'sleep-aids',
  'allergy-shots',
  'joint-injection-or-replacement',
]);

/** What a medicine's or allergy's own words name besides it, and do not ask for. */
const beside = new Set([
  'current-medicines',
  'treatments-tried',
  'allergies',
  'atopy',
  'suspicious-food',
  'new-food-or-medicine',
  'medication-side-effects',
]);

const medicinesAndAllergies =
  /\b(?:medic\w+|meds|drugs?|tablets),?(?: or| and|,) (?:any )?(?:\w+ )?allerg|\ballerg\w+,?(?: or| and|,) (?:any |current )?(?:medic|meds)/;

const relatives = /\b(?:mother|mom|mum|father|dad|parents?|brothers?|sisters?|siblings?|grand\w+|uncle|aunt|cousin)\b/;
const howOld = /\bhow old\b|\bwhat age (?:did|was|were|is|are)\b|\bat what age\b/;

/** Whose age is asked for: the patient’s, the children’s, or that of somebody in the family. */
function aged(text: string, topics: readonly string[], familyTopic: boolean): string[] {
  if (relatives.test(text)) return ['family-history'];
  if (/\b(?:children|kids|sons?|daughters?)\b/.test(text) || topics.includes('children')) return ['children'];
  if (familyTopic && !/\byou\b/.test(text)) return [familyOf(topics)];
  if (/\b(?:start|began|begin|first|when (?:you|he|she|it))\b/.test(text)) return topics.slice(0, 1);
  return ['age'];
}

/** "Have you had a clot, or been on steroids?": what is named before the medicine, in a part of its own. */
function listedBefore(
  words: readonly Word[],
  found: readonly Found<LexiconEntry>[],
  drugs: readonly Found<string>[],
): string[] {
  const at = words.findIndex(
    ({ text }, i) => isOfMedicine(text) || drugs.some(({ first, last }) => first <= i && last >= i),
  );
  return found.flatMap(({ first, last, payload }) => {
    if (last >= at || payload.findings.some((id) => beside.has(id))) return [];
    const between = words.slice(last + 1, at);
    const before = words.slice(Math.max(0, first - 2), first).map(({ text }) => text);
    const isApart = between.some(({ text }) => text === 'or') && words[last]?.clause !== words[at]?.clause;
    return isApart && !before.some((text) => text === 'for' || text === 'your' || text === 'the')
      ? payload.findings
      : [];
  });
}

/** The illness in the family that was spoken of, or the family’s history as such. */
function familyOf(topics: readonly string[]): string {
  return topics.find((id) => id.startsWith('family-') && id !== 'family-history') ?? 'family-history';
}

/** "How long does it last if you don't take anything?" asks for no treatment. */
function withoutCondition(text: string): string {
  const plain = text
    .replace(
      /(?<=\w) (?:if|unless|even if|even when|before|until) you(?:'ve)? (?:do not |don't |haven't |didn't )?(?:tak|us|try|tri|had|have)\w* [^,?]*/,
      '',
    )
    .replace(
      / (?:since|after|before|until|following) (?:the|your|his|her|that|this|you had (?:the|your)) (?:\w+ )?(?:operation|surgery|procedure|injection|vaccine|vaccination|medication|medicine|antibiotics|tablets?|pills?|treatment|steroids?)\b/,
      '',
    );
  return plain.split(' ').length > 2 ? plain : text;
}

/** The findings that a question with a frame asks for; null where it has none and asks for what it names. */
export function framed(
  { text, words }: Sentence,
  found: readonly Found<LexiconEntry>[],
  context: ReadingContext,
  lexicon: Lexicon,
): string[] | null {
  const drugs = lexicon.drugs.find(words);
  const topics = context.topic.map(({ finding }) => finding ?? '');
  const hints = {
    drug: drugs.length > 0,
    familyTopic: topics.some((id) => id.startsWith('family-')),
    isOfRelative: context.isOfRelative === true && /\b(?:he|she|they|his|her|their|him)\b/.test(text),
    medicineTopic: [...topics, context.focus[0]?.finding ?? ''].some((id) => medicines.has(id)),
    allergyTopic: [...topics, context.focus[0]?.finding ?? ''].includes('allergies'),
  };
  if (howOld.test(text)) {
    // "How old were you when you had your first period?" asks for the periods.
    const first = /\bhow old were you when\b/.test(text) ? found.flatMap(({ payload }) => payload.findings) : [];
    return first.length > 0 ? first : aged(text, topics, hints.familyTopic).filter((id) => lexicon.findings.has(id));
  }
  const frame = frameOf(withoutCondition(text), hints);
  const named = found.flatMap(({ payload }) => payload.findings);
  const isSymptom = (id: string) => lexicon.findings.get(id)?.kind === 'symptom';
  const isOveruse = /\b(?:too (?:many|much|often)|every ?day|daily|over-?us\w+|how (?:many|often)|days|a lot)\b/.test(
    text,
  );
  // "Have you tried ibuprofen?" is no question about too much of it.
  const kept = named.filter((id) => standing.has(id) && (id !== 'painkiller-overuse' || isOveruse));
  const known = (...ids: string[]) => [...new Set(ids)].filter((id) => lexicon.findings.has(id));
  switch (frame) {
    case null:
      return null;
    case 'contact': {
      const contacts = named.filter(
        (id) => id.startsWith('contact-with-') || id === 'bumps-in-other-children' || id === 'partner-with-infection',
      );
      if (named.includes('had-chickenpox')) contacts.push('contact-with-chickenpox');
      if (named.includes('eye-redness')) contacts.push('contact-with-red-eye');
      return known(...(contacts.length > 0 ? contacts : ['sick-contact']));
    }
    case 'family': {
      const diseases = [...named, ...lexicon.body.mentions(words, found).map(({ finding }) => finding)];
      const own = diseases.flatMap((id) =>
        id.startsWith('family-') && id !== 'family-history' ? id : (lexicon.inFamily.get(id) ?? []),
      );
      // "Problems with the bladder or the kidneys?": what the vocabulary has no illness in the family for is its history.
      const others = diseases.filter((id) => !id.startsWith('family-') && !lexicon.inFamily.has(id));
      const rest = others.length === 0 ? [] : [/\bcancers?\b/.test(text) ? 'family-cancer' : 'family-history'];
      // "Did he smoke?" is asked of the father who had the heart attack.
      if (hints.isOfRelative && !relatives.test(text)) return known(familyOf(topics));
      if (own.length > 0) return known(...own, ...rest);
      const isNewTopic =
        !hints.isOfRelative &&
        diseases.length > 0 &&
        !/\b(?:family|mother|father|parents?|brother|sister|sibling|relative|mom|mum|dad)/.test(text);
      // "Do you know what it was?" goes on with the illness that the family has.
      if (isNewTopic) return null;
      if (diseases.length > 0 || /\b(?:history|illness\w*|conditions?|diseases?|problems?)\b/.test(text))
        return known('family-history');
      // "You’ve never had a clot? Nobody in your family?"
      const alike = lexicon.inFamily.get(context.focus[0]?.finding ?? '');
      if (alike !== undefined && words.length <= 7) return known(alike);
      return known(hints.familyTopic && !relatives.test(text) ? familyOf(topics) : 'family-history');
    }
    case 'allergies': {
      if (named.includes('anaesthetic-problems')) return null;
      const others = found
        .filter(({ first, last }) => !drugs.some((drug) => drug.first <= last && drug.last >= first))
        .flatMap(({ payload }) => payload.findings)
        .filter((id) => !beside.has(id) && !id.startsWith('family-'));
      return known('allergies', ...(medicinesAndAllergies.test(text) ? ['current-medicines'] : []), ...others);
    }
    case 'sideEffects':
      // "Does it bother your vision?" names what it asks for.
      if (named.some(isSymptom) && !/\b(?:side.?effects?|adverse|tolerat\w+)\b/.test(text)) return null;
      return known('medication-side-effects');
    case 'response':
      return kept.length > 0 ? null : known('treatments-tried');
    case 'tried': {
      // "Were you ever treated for a clot?" asks for the clot, "have you treated it?" for the treatment.
      const isNamed = named.some((id) => id !== 'treatments-tried') && /\btreat/.test(text) && drugs.length === 0;
      return kept.length > 0 || isNamed ? null : known('treatments-tried');
    }
    case 'operations': {
      const sections = named.filter((id) => standing.has(id) || id === 'current-medicines');
      return known(
        ...(kept.includes('appendix-removed') || kept.includes('obstetric-history') ? [] : ['past-operations']),
        ...sections,
      );
    }
    case 'medicines':
      if (named.includes('medication-side-effects')) return known('medication-side-effects');
      // "Any dizziness with the new tablet?" asks for the dizziness.
      if (
        /\b(?:with|from|on|since) (?:the|your|that|this) (?:new )?\S+(?:,|\s*\?|$| or\b| and\b)/.test(text) &&
        /^(?:and |so )*(?:any|no|have you (?:had|noticed|felt)|do you (?:get|feel|have)|did you (?:get|feel|have)|are you (?:getting|having))\b/.test(
          text,
        )
      ) {
        const felt = named.filter(isSymptom);
        if (felt.length > 0) return known(...felt);
      }
      return kept.length > 0 ? null : known(...listedBefore(words, found, drugs), 'current-medicines');
  }
}
