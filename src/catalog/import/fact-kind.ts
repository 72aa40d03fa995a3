/** Who can answer for a fact of a vignette: the patient, or the clinic by an examination or a test. */
export type FactKind = 'history' | 'vital signs' | 'examination' | 'test';

const vitals =
  /\b(?:temperature|pulse|heart rate|blood pressure|respirations?|respiratory rate|oxygen saturation|body mass index|BMI|vital signs)\b[^.]*(?:\d|\b(?:is|are|were|was) (?:\w+ )?(?:normal|stable|unremarkable|within))|\b(?:percentile|(?:weight|height) (?:is|was) \d)/i;

/** A test, by its name or the unit of its result, and the name that a doctor orders it by. */
const tests: readonly (readonly [string, RegExp])[] = [
  [
    'Biopsy and histology',
    /\b(?:biops\w+|histolog\w*|histopatholog\w*|immunohistochem\w*|immunofluorescence|cytolog\w+|patholog(?:y|ic) (?:report|exam\w*|shows?|reveals?))\b/i,
  ],
  [
    'Dermoscopy and skin tests',
    /\b(?:dermoscop\w+|dermatoscop\w+|KOH|potassium hydroxide|wood'?s lamp|patch test\w*|skin scraping\w*|tzanck)\b/i,
  ],
  [
    'Cultures and stains',
    /\b(?:cultures?|gram[- ]stain\w*|acid[- ]fast|swabs?|microscop\w+|smear|PCR|polymerase chain)\b/i,
  ],
  ['Electrocardiogram (ECG)', /\b(?:ECG|EKG|electrocardiogra\w+|electroencephalogra\w+|EEG|holter)\b/i],
  [
    'Imaging (X-ray, CT, MRI, ultrasound)',
    /\b(?:x-?rays?|radiograph\w*|CT|computed tomograph\w*|MRI|magnetic resonance|ultraso\w+|echocardiogra\w+|angiogra\w+|scan|mammogra\w+|doppler|scintigraph\w*|imaging)\b/i,
  ],
  ['Endoscopy', /\b(?:endoscop\w+|colonoscop\w+|bronchoscop\w+|laryngoscop\w+|sigmoidoscop\w+)\b/i],
  ['Lumbar puncture', /\b(?:lumbar puncture|cerebrospinal|CSF|spinal tap)\b/i],
  ['Urine tests', /\b(?:urinalysis|urine (?:dipstick|test|sediment|analysis|toxicology|osmolality|sample))\b/i],
  ['Lung function tests', /\b(?:spirometr\w+|pulmonary function|FEV1|peak flow)\b/i],
  [
    'Blood and laboratory tests',
    /\b(?:laborator\w+|blood (?:tests?|work|gas|count|glucose|sugar level|smear)|serum|plasma|h[ae]+moglobin|hematocrit|haematocrit|leu[ck]ocytes?(?: count)?|white blood cells?|WBC|platelets?(?: count)?|creatinine|bilirubin|troponin|sodium|potassium|calcium|bicarbonate|antibod(?:y|ies)|titers?|titres?|serolog\w+|HIV test|genetic test\w*|karyotyp\w+|TSH|CRP|ESR|erythrocyte sedimentation|C-reactive|prothrombin|INR|amylase|lipase|albumin|ferritin|rapid plasma reagin|VDRL|eosinophil\w*|screening test)\b|\d\s?(?:mg\/dL|g\/dL|mEq\/L|mmol\/L|U\/L|IU|ng\/mL|pg\/mL|mm3|\/mm|\/µL|\/μL|mIU)/i,
  ],
];

const examined =
  /\bexam(?:s|ined|ination|inations)?\b|\b(?:auscultat\w+|palpat\w+|percussion|inspection|on inspection|murmurs?|rebound|guarding|reflex\w*|crackles|rhonchi|lymphadenopathy|hepatomegaly|splenomegaly|jugular|edema is|pupils?|visual acuity|gait is|Tanner|fundoscop\w+|slit[- ]lamp|otoscop\w+|tenderness (?:is|to|over|of)|non-?tender|bowel sounds|breath sounds|appears? (?:ill|well|anxious|tired|lethargic|pale|emaciated|in|to be|older))\b/i;

/** What only somebody who lives in this body, or with this patient, can tell. */
const lived =
  /\b(?:denie[sd]|deny|reports?|reported|states?|stated|complain\w*|concern(?:ed|s)?|admits?|recalls?|believes?|thinks?|feels?|noticed|describes? (?:it|the pain)|(?:has|had|have) (?:had|been|no (?:history|family|past|known|other|significant|relevant|medical|allerg))|history|famil(?:y|ial)|mother|father|sister|brother|siblings?|wife|husband|parents?|sons?|daughters?|takes?|taking|tried|uses?|used|treated|prescribed|medications?|allerg\w+|smok\w+|alcohol|drinks?|works?|employed|lives?|travel\w*|sexually|vaccin\w*|immuniz\w*|began|started|ago|for (?:the (?:past|last)|\d+|several|many|about)|since|previous\w*|prior|never|diagnosed|hospitali[sz]ed|underwent|presents?|presented|comes?|came|brought|visits?|referred|seeks?)\b/i;

/**
 * What kinds of facts a vignette's are, in its order. A fact that names no examination goes on with the one before it
 * ("The lesion is flat.") until something is told that only the patient can know.
 */
export function kindsOf(facts: readonly string[]): FactKind[] {
  let last: FactKind = 'history';
  return facts.map((fact) => {
    const own = ownKind(fact);
    if (own !== null) last = own;
    else if (lived.test(fact)) last = 'history';
    return last;
  });
}

function ownKind(fact: string): FactKind | null {
  if (
    /\b(?:denie[sd]|denies any|reports?|family history|has no (?:family|past) history)\b/i.test(fact) &&
    !examined.test(fact)
  )
    return 'history';
  if (/^(?:the patient|he|she) (?:works?|worked|lives?|takes?|smokes?|drinks?|travel\w*|is an? )\b/i.test(fact))
    return 'history';
  if (vitals.test(fact)) return 'vital signs';
  if (examined.test(fact) && !/\b(?:skin|eye|annual|routine|check-?up|well)[- ]+exam(?:ination)?\.?$/i.test(fact))
    return 'examination';
  if (
    testOf(fact) !== null &&
    !/\b(?:ordered|scheduled|recommended|is performed|are pending|were ordered)\b/i.test(fact)
  )
    return 'test';
  return null;
}

/** The name that the test of a fact is ordered by; null where it names none. */
export function testOf(fact: string): string | null {
  return tests.find(([, words]) => words.test(fact))?.[0] ?? null;
}
