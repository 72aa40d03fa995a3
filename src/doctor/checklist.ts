import type { Variable } from '../knowledge/model.ts';
import type { Strategy } from './reference.ts';

/** How the complaint itself is asked about, in the order that is taught: when, where, what like, how bad, how it goes. */
const scheme = ['onset', 'place', 'character', 'severity', 'course'] as const;

/** What is asked of a system, whichever of its complaints brings somebody in. */
const systems: readonly { readonly complaints: readonly string[]; readonly asks: readonly string[] }[] = [
  {
    complaints: ['chest-pain', 'palpitations', 'heartburn'],
    asks: [
      'pain-radiating-to-arm-or-jaw',
      'breathlessness',
      'chest-pain-on-exertion',
      'chest-pain-on-breathing',
      'cold-sweat',
      'palpitations',
      'worse-after-meals',
      'cough',
    ],
  },
  {
    complaints: ['breathlessness', 'cough', 'wheeze', 'coughing-blood'],
    asks: [
      'breathless-on-exertion',
      'cough',
      'wheeze',
      'fever',
      'chest-pain',
      'breathless-lying-flat',
      'both-legs-swelling',
      'coughing-blood',
    ],
  },
  {
    complaints: ['sore-throat', 'runny-nose', 'ear-pain', 'hoarseness', 'face-pressure'],
    asks: [
      'fever',
      'painful-swallowing',
      'cough',
      'runny-nose',
      'swollen-neck-glands',
      'face-pressure',
      'ear-pain',
      'fatigue',
    ],
  },
  {
    complaints: ['abdominal-pain', 'nausea', 'vomiting', 'diarrhoea', 'constipation', 'yellow-skin'],
    asks: [
      'vomiting',
      'diarrhoea',
      'constipation',
      'fever',
      'blood-in-stool',
      'pain-radiating-to-shoulder-blade',
      'pain-after-fatty-food',
      'painful-urination',
    ],
  },
  {
    complaints: [
      'painful-urination',
      'frequent-urination',
      'blood-in-urine',
      'weak-urine-stream',
      'leaking-urine',
      'urgent-urination',
    ],
    asks: [
      'frequent-urination',
      'urgent-urination',
      'blood-in-urine',
      'fever',
      'pain-radiating-to-groin',
      'night-time-urination',
      'weak-urine-stream',
      'discharge-from-penis',
    ],
  },
  {
    complaints: ['headache'],
    asks: [
      'nausea',
      'light-sensitivity',
      'neck-stiffness',
      'fever',
      'visual-aura',
      'weakness-one-side',
      'headache-worst-ever',
      'stress',
    ],
  },
  {
    complaints: ['dizziness', 'vertigo', 'fainting', 'unsteady-walking'],
    asks: [
      'vertigo',
      'dizzy-on-standing-up',
      'vertigo-on-turning-in-bed',
      'hearing-loss',
      'ringing-in-ear',
      'weakness-one-side',
      'palpitations',
      'nausea',
    ],
  },
  {
    complaints: ['joint-pain', 'joint-swelling', 'muscle-aches'],
    asks: [
      'joint-swelling',
      'joint-hot-and-red',
      'one-joint-only',
      'long-morning-stiffness',
      'joint-pain-worse-with-use',
      'fever',
      'joint-injury',
      'big-toe-joint-pain',
    ],
  },
  {
    complaints: [
      'rash',
      'itching',
      'skin-pain',
      'blisters',
      'weals',
      'dry-skin',
      'scaling',
      'skin-growth',
      'pimples-on-face',
      'tender-lump-in-skin',
      'hot-red-spreading-skin',
    ],
    asks: [
      'itching',
      'skin-pain',
      'blisters',
      'scaling',
      'face-affected',
      'trunk-affected',
      'new-contact-substance',
      'fever',
    ],
  },
  {
    complaints: [
      'eye-redness',
      'eye-pain',
      'blurred-vision',
      'eye-discharge',
      'eyelid-lump',
      'eyelid-swelling',
      'eye-itching',
      'gritty-eye',
    ],
    asks: [
      'eye-pain',
      'blurred-vision',
      'eye-discharge',
      'light-sensitivity',
      'eye-itching',
      'both-eyes-affected',
      'contact-lenses',
      'eyelid-swelling',
    ],
  },
  {
    complaints: [
      'toothache',
      'bleeding-gums',
      'mouth-ulcers',
      'sore-mouth',
      'sore-swollen-gums',
      'swollen-jaw-or-cheek',
      'tartar-on-teeth',
    ],
    asks: [
      'toothache',
      'sensitive-teeth',
      'bleeding-gums',
      'loose-teeth',
      'swollen-jaw-or-cheek',
      'bad-breath',
      'fever',
      'sugary-diet',
    ],
  },
  {
    complaints: [
      'nail-changes',
      'nail-discoloured',
      'swelling-beside-nail',
      'pain-beside-toenail',
      'nail-lifting',
      'nail-thick-and-crumbly',
    ],
    asks: [
      'pain-beside-toenail',
      'swelling-beside-nail',
      'pus-beside-nail',
      'nail-thick-and-crumbly',
      'nail-discoloured',
      'many-nails-affected',
      'nail-injury',
      'tight-shoes',
    ],
  },
  {
    complaints: ['low-mood', 'constant-worry', 'poor-sleep', 'loss-of-interest', 'feeling-on-edge'],
    asks: [
      'low-mood',
      'loss-of-interest',
      'poor-sleep',
      'thoughts-of-death',
      'constant-worry',
      'recent-life-event',
      'elated-spells',
      'palpitations',
    ],
  },
  {
    complaints: ['fatigue', 'weight-loss', 'weight-gain', 'excessive-thirst', 'fever', 'loss-of-appetite'],
    asks: [
      'fever',
      'weight-loss',
      'night-sweats',
      'low-mood',
      'breathless-on-exertion',
      'excessive-thirst',
      'heavy-periods',
      'feeling-cold',
    ],
  },
];

/** What everybody is asked at the end, and then what is left of the systems. */
const background = ['past-illnesses', 'current-medicines', 'allergies', 'smoking', 'family-history', 'past-operations'];
const vitalSigns = ['temperature-raised', 'heart-rate-raised', 'blood-pressure-low', 'oxygen-saturation-low'];
const review = [
  'fever',
  'chest-pain',
  'breathlessness',
  'cough',
  'abdominal-pain',
  'nausea',
  'headache',
  'rash',
  'fatigue',
  'dizziness',
  'joint-pain',
];

/**
 * A fixed, thorough history: the complaint by the scheme, then its system, then the background, then the vital signs and
 * the other systems. It is written from how a history is taught, and the same for everyone who
 * comes with a complaint.
 */
export const checklist: Strategy = ({ model, evidence, asked }) => {
  for (const key of listFor(evidence)) {
    const variable = model.byKey.get(key);
    // What is no question for this patient's sex, or an aspect that nothing is known of, is left out.
    const isOne = variable !== undefined ? !evidence.has(variable) : background.includes(key);
    if (isOne && !asked.has(key)) return key;
  }
  return null;
};

/** The list that the complaint calls for; where it was not understood, the general one. */
function listFor(evidence: ReadonlyMap<Variable, number>): string[] {
  const present = [...evidence].flatMap(([{ finding, aspect, values }, value]) =>
    aspect === 'presence' && values[value] === 'present' ? [finding] : [],
  );
  const complaint = present.find((id) => systems.some(({ complaints }) => complaints.includes(id)));
  const system = systems.find(({ complaints }) => complaint !== undefined && complaints.includes(complaint));
  return [
    ...scheme.flatMap((aspect) => (complaint === undefined ? [] : [`${complaint}.${aspect}`])),
    ...(system?.asks ?? []),
    ...background,
    ...vitalSigns,
    ...review,
  ];
}
