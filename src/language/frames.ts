/**
 * What a question is about as a whole, whatever else it names: "medication for your high blood pressure" is about
 * medicines, "did your mother have asthma" about the family.
 */
export type Frame =
  | 'contact'
  | 'family'
  | 'allergies'
  | 'sideEffects'
  | 'response'
  | 'tried'
  | 'medicines'
  | 'operations';

export interface FrameHints {
  /** A medicine is named. */
  readonly drug: boolean;
  /** The doctor's last question was about the family, about medicines or treatments. */
  readonly familyTopic: boolean;
  /** Somebody in the family was named, and is asked about. */
  readonly isOfRelative: boolean;
  readonly medicineTopic: boolean;
  readonly allergyTopic: boolean;
}

const relative =
  '(?:mother|mom|mum|mommy|mummy|dad|daddy|father|parents?|brothers?|sisters?|siblings?|grand(?:mother|father|parents?|ma|pa|mom|dad)s?|uncles?|aunts?|cousins?|relatives?|family members?|folks)';
const familyForms = [
  /\bfamily (?:medical |health |cancer |surgical )?(?:history|histories|background|illness\w*|diseases?|problems|conditions)\b/,
  /\bruns? in (?:the|your|his|her|their) (?:\w+ )?famil/,
  /\b(?:any(?:one|body)|some(?:one|body)|no(?:body| ?one)|(?:what|who)(?:'s)? else|members?|any(?:thing)?|illness\w*|conditions?|problems?|diseases?|deaths?|history|genetic|hereditary|inherited)\b[^.?]*\b(?:in|of|on|within) (?:the|your|his|her|their)? ?(?:\w+ )?(?:family|families|relatives|mother's side|father's side)\b/,
  /\b(?:disorders?|diseases?|cancers?|history|conditions?|clots|diabetes|strokes?|trouble|problems) (?:\w+ ){0,3}on (?:either|both|your (?:mother|father|mom|mum|dad)(?:'s)?|that) sides?\b/,
  /\b(?:hereditary|inherited|genetic|familial) (?:conditions?|diseases?|disorders?|illness\w*|problems?)\b/,
  new RegExp(
    `\\b(?:your|his|her|their|any|the|both|either|how old (?:was|is|are|were)) (?:\\w+ ){0,2}${relative}(?:'s)?\\b`,
  ),
  new RegExp(
    `\\b${relative}\\b.*\\b(?:have|has|had|suffer\\w*|die|died|dead|alive|living|pass(?:ed)?|health\\w*|diagnos\\w*|got|get)\\b`,
  ),
];
const notFamily =
  /\b(?:liv(?:e|es|ing) (?:at home )?(?:with|at|near|alone)|at home with|tell(?! me)|told|told you|say|says|saying|said|thinks?|mentioned|saw|(?:does|do|is|has|did|was) (?:your|his|her) \w+ (?:seem|appear|act|look|complain|eat|sleep|walk|fall|remember|recogni[sz]e|take|drink|get|move|talk)\w*|here with|brought|bring|come with|work|drive|call(?:ed)?|worried|support(?:ive)?|help(?:s|ing)? you|get along|relationship|sick|ill|unwell|contagious|same (?:symptoms|thing|problem)|similar symptoms|family (?:doctor|physician|practice|life|planning)|close to your|stress|plan(?:ning)? (?:on|to)|start(?:ing)? a family|infected|notice[ds]?|smoke)\b/;
const patientPronoun = /\b(?:you|your|you're|you've)\b/;

/** Others who have it too, or had it first. */
const contact = [
  /\b(?:near|around|exposed to|exposure to|(?:in )?contact with|close to|caught? (?:it|this|that|anything) (?:from|off)|spent time with|visited?|met|hug(?:ged)?)\b[^?]*\b(?:any(?:one|body)|some(?:one|body)|people|person|others|children|kids|classmates|friends?|family|relatives|colleagues|coworkers)\b[^?]*\b(?:sick|ill|unwell|poorly|infect\w*|covid|flu|cold|cough\w*|fever|virus|bug|same|similar|has|have|had|who|with|contagious|tuberculosis|tb|positive)\b/,
  /\b(?:any(?:one|body)|some(?:one|body)|others|any of (?:them|your \w+)|family members?|siblings?|husband|wife|partner|roommates?|kids|children|friends?|colleagues|coworkers|classmates)\b(?: else)?[^?]*\b(?:been (?:sick|ill|unwell|poorly)|is (?:sick|ill|unwell|poorly)|are (?:sick|ill|unwell|poorly)|sick|poorly|unwell|(?:same|similar) (?:thing|symptoms?|problem|complaints?|illness|issue|rash)|caught|coughing|come down with|going down with)\b/,
  /\b(?:any(?:one|body)|some(?:one|body))(?: else)? (?:around|near|close to|living with|who lives with) (?:you|him|her|them)\b[^?]*\b(?:has|have|had|got|with)\b/,
  /\b(?:sick contacts?|ill contacts?|(?:going|been going|goes) (?:a)?round (?:at |in |the )?)\b/,
];

const allergy =
  /\b(?:allerg\w*|anaphyla\w*|epi ?pens?|intoleran(?:t|ces?)|(?:bad|adverse|severe|any) reactions? to|react(?:ed|s)? (?:badly |poorly )?to)\b/;

/** How an allergy that was spoken of shows. */
const reacting =
  /\bwhat (?:happens|happened|does (?:it|that) do|did (?:it|that) do|kind of reaction|sort of reaction|reaction)\b|\bhow (?:do|did|does) you react\b/;

const forbidden =
  /\b(?:can't|cannot|can not|mustn't|not (?:supposed|allowed) to|unable to) (?:have|take|tolerate|use)\b/;

const medicineWord =
  /\b(?:medicines?|medications?|medicated|meds|tablets?|pills?|prescri\w+|dose|doses|dosage|inhalers?|nebuli[sz]ers?|antibiotics?|vitamins?|supplements?|over.the.counter|herbal|refills?|ointments?|(?<!ice )creams?|injections?|infusions?|blood thinners?|pain ?killers?|antihistamines?|antacids?|steroids?|pharmacy|milligrams?|mgs?|eye drops|homeopath\w*|naturopath\w*|alternative (?:medicine|treatments?|therap\w+)|remed(?:y|ies)|anti.?inflammator\w+|antidepressants?|statins?|laxatives?|drops|sprays?|lozenges?)\b|\b(?:(?:stop|stopped|start|started|still|quit|keep|been|finish|finished|forget|missed?) tak(?:e|ing)|run(?:ning)? out of|ran out of) (?:it|that|them|those|this|any)\b/;

export function isOfMedicine(word: string): boolean {
  return medicineWord.test(word);
}

const sideEffect = /\b(?:side.?effects?|adverse (?:effects?|reactions?|events?)|toleratin?g?e?d?)\b/;
const helping =
  /\b(?:clear(?:s|ed)? (?:it|that|this|them|things|up)|sort(?:s|ed)? (?:it|that) out|settl(?:e|es|ed) (?:it|that|down)|touch(?:es|ed)? (?:it|the pain)|d(?:o|id) the trick|help(?:s|ed|ing|ful)?|work(?:s|ed|ing)?(?! (?:out|at|in|as|from|for(?! (?:you|him|her|it|that|this|the pain)\b)|on))|effective|(?:any |some |much |good )relief|reliev\w+|difference|benefit\w*|respond\w*|response|(?:doing|going|been) (?:ok|okay|well|alright|all right|good|better|for you)|controll?(?:ed|ing)?|improv\w+|better (?:with|since|after|on))\b/;
const referring = /\b(?:it|that|this|those|these|they|them|either|any of (?:these|those|that))\b/;
const trying =
  /\b(?:tri(?:ed|es)|try(?:ing)?)\b(?! to\b)(?<!without trying)|\b(?:tak(?:e|en|ing)|us(?:e|ed|ing)|do(?:ne|ing)?|given|put) (?:\w+ )?(?:anything|something|stuff)\b|\b(?:treat(?:ed|ing|ment|ments)?|therap(?:y|ies))\b(?!.*\b(?:wish|want|prefer|options?))|\bdone (?:to|about|for) (?:it|this|that)\b|\bwhat (?:have|did) you (?:taken?|do|done|use|used)\b[^?]*\b(?:for|about)\b|\bphysical therapy\b|\b(?:ice|heat|icing|rest(?:ing)?|elevat\w+) (?:it|on it|or|and)\b/;

const operation =
  /\b(?:surger(?:y|ies)|surgical|underwent(?! (?:\w+ )?(?:chemo|radio|radiation|treatment|therapy|test|scan|imaging))|surgically|surgeon|operat(?:ion|ions|ed|ive)|procedures?|(?!ana)\w{3,}(?:ectomy|ectomies|ostomy|otomy|plasty)|(?:hip|knee|joint|valve|shoulder|disc) replace(?:d|ment|ments)|(?:replaced|transplant\w*|amputat\w+|laparoscop\w+|arthroscop\w+|bypass|spinal fusion|an(?:a)?esthe(?:sia|tics?))|go(?:ne)? under the knife|(?:appendix|gall ?bladder|tonsils|adenoids|uterus|womb|ovar(?:y|ies)|spleen|thyroid|kidney|wisdom teeth|prostate|breast|lump|cyst|mole) (?:taken out|removed|out)|anything (?:taken out|removed|out(?! of)))\b/;

/** What strength, how often: of a medicine that was named before. */
const amounting =
  /\b(?:strength|what dose|how (?:much|many|often)|once|twice|a day|daily|who prescribed|how long have you (?:been|had) (?:on|taking)|when did you (?:start|stop) (?:taking|it|that))\b/;

/** The frame of a question, or null where it is about what it names. */
export function frameOf(
  text: string,
  { drug, familyTopic, isOfRelative, medicineTopic, allergyTopic }: FrameHints,
): Frame | null {
  if (isOfRelative && !/\byou(?:r|'ve|'re)?\b/.test(text)) return 'family';
  if (contact.some((form) => form.test(text))) return 'contact';
  if (isAboutFamily(text, familyTopic)) return 'family';
  if (allergy.test(text) || (forbidden.test(text) && (drug || medicineWord.test(text)))) return 'allergies';
  if (allergyTopic && reacting.test(text)) return 'allergies';
  const isAboutMedicine = drug || medicineWord.test(text);
  if (sideEffect.test(text)) return 'sideEffects';
  if (
    operation.test(text) &&
    !/\bhormone replacement|heavy machinery|(?:before|prior to) (?:the|your) (?:procedure)/.test(text)
  )
    return 'operations';
  if (helping.test(text) && (isAboutMedicine || (medicineTopic && referring.test(text)))) return 'response';
  if (trying.test(text) && !/\b(?:get pregnant|conceive|lose weight|quit|stop smoking|cut down|exercise)\b/.test(text))
    return 'tried';
  if (medicineTopic && /\b(?:trouble|problems?|issues?|bother\w*)\b/.test(text) && referring.test(text))
    return 'sideEffects';
  return isAboutMedicine || (medicineTopic && amounting.test(text)) ? 'medicines' : null;
}

function isAboutFamily(text: string, familyTopic: boolean): boolean {
  if (notFamily.test(text)) return false;
  if (familyForms.some((form) => form.test(text))) return true;
  // "How old is he?", "any cancer?" go on with the family that was spoken of.
  return (
    // What is told at length is about something else.
    familyTopic &&
    text.split(' ').length <= 12 &&
    !patientPronoun.test(text.replace(/\b(?:do you know|can you (?:tell|remember)|you (?:say|said|mentioned))\b/g, ''))
  );
}
