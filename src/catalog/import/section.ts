/** The parts of a history, as facts name them. */
const sections = [
  'current-complaint',
  'symptoms',
  'past-illnesses',
  'past-operations',
  'current-medicines',
  'allergies',
  'family-history',
  'social-history',
  'review-of-systems',
  'other',
] as const;
export type Section = (typeof sections)[number];

/** Which part of the history a heading names; the first that fits wins, so the narrow ones stand first. */
const headings: readonly [Section, RegExp][] = [
  ['past-operations', /^(?!.*medical).*(surgical|surger|operation)/],
  ['current-medicines', /medication|medicine|drug_?history|drugs$|prescription/],
  ['allergies', /allerg/],
  ['family-history', /family/],
  ['social-history', /social|occupation|lifestyle|habits|substance|travel/],
  ['review-of-systems', /review|systems|^ros$/],
  ['past-illnesses', /past|medical_history|^pmh|previous|birth_history|immuni[sz]ation/],
  ['symptoms', /symptom/],
  ['current-complaint', /history|complaint|hpi|illness|presentation/],
];

/** The part of the history that a heading such as "Past_Medical_History" names. */
export function sectionOf(heading: string): Section {
  const plain = heading
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return headings.find(([, words]) => words.test(plain))?.[0] ?? 'other';
}

/** A sentence about one topic alone stands in that topic's section, wherever the source has put it. */
const topics: readonly [Section, RegExp][] = [
  ['family-history', /^(no |positive |negative )?(known |relevant |significant )?family (or personal )?history\b/i],
  [
    'allergies',
    /^(no|has no|denies any|reports no) (known )?((drug|food|medication|environmental) )*allerg(y|ies)\.?$/i,
  ],
  ['allergies', /^allergic to\b/i],
  [
    'current-medicines',
    /^(medications?:|(he |she |the patient )?(currently )?(takes|taking|is taking|not on any) (no )?([\w-]+ )?medications?\b)/i,
  ],
  [
    'past-operations',
    /^(he |she |the patient )?(underwent|status post|s\/p)\b.*\b\w*(ectomy|plasty|otomy|surgery|operation|transplant\w*|bypass)\b/i,
  ],
];

/** The part of the history that a sentence belongs to: its own topic's, else that of the heading it stands under. */
export function topicOf(sentence: string, section: Section): Section {
  return topics.find(([, words]) => words.test(sentence))?.[0] ?? section;
}
