import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextOf } from '../../src/language/focus.ts';
import { readQuestion } from '../../src/language/question.ts';
import { noContext } from '../../src/language/reading-context.ts';
import { understand } from '../../src/language/understand.ts';
import { lexicon } from '../support/shipped.ts';

const asked = (text: string, ...turns: [speaker: 'doctor' | 'patient' | 'other', text: string][]) =>
  readQuestion(
    text,
    contextOf(
      turns.map(([speaker, said]) => ({ speaker, text: said })),
      lexicon,
    ),
    lexicon,
  ).mentions.map(({ finding }) => finding);

describe('a question', () => {
  test.each([
    ['Any fever, chills, or night sweats?', ['fever', 'chills', 'night-sweats']],
    ['Does coughing or bending make the headache worse?', ['headache']],
    ['Does walking bring on the chest pain?', ['chest-pain']],
    ['No nausea or vomiting?', ['nausea', 'vomiting']],
    ['You don’t have asthma or COPD, right?', ['known-asthma', 'known-copd']],
    ['You haven’t had any weight loss or loss of appetite, have you?', ['weight-loss', 'loss-of-appetite']],
    ['no shortness of breath no wheezing', ['breathlessness', 'wheeze']],
    ['Do you smoke, drink, or use any drugs?', ['smoking', 'alcohol', 'drug-use']],
    ['Any problems with your kidneys or liver?', ['liver-disease', 'kidney-disease']],
    ['Any swelling or pain in your knee?', ['joint-swelling', 'knee-pain']],
    ['Any S T Ds?', ['sexually-transmitted-infection']],
    ['Are you on medication for your blood pressure?', ['current-medicines']],
    ['Are you still taking the warfarin?', ['current-medicines']],
    ['Did the ibuprofen help at all?', ['treatments-tried']],
    ['Any side effects from the new pills?', ['medication-side-effects']],
    ['Are you allergic to penicillin?', ['allergies']],
    ['Did your mother have asthma?', ['family-asthma']],
    ['Any cancer, heart disease or strokes in the family?', ['family-cancer', 'family-heart-disease', 'family-stroke']],
    ['Have you been near anybody with chickenpox?', ['contact-with-chickenpox']],
    ['Have you ever had your tonsils out?', ['past-operations']],
    ['I’m sorry to hear that. Have you been running a fever?', ['fever']],
    ['I see that you’re allergic to penicillin. Any trouble sleeping?', ['poor-sleep']],
    ['Tell me about your knees, how long have they been bothering you?', ['knee-pain']],
    ['Any chest pian or shortnes of breath?', ['chest-pain', 'breathlessness']],
    ['Has life been putting a lot of pressure on you recently?', ['stress']],
    ['Do your gums look red and puffy?', ['sore-swollen-gums']],
    ['Did you feel hot, sick or grey before you passed out?', ['warning-before-fainting']],
    ['Have you seen pink spit after cleaning your teeth?', ['bleeding-gums']],
    ['Do your teeth twinge with ice cream or hot tea?', ['sensitive-teeth']],
    ['Have you had to change your nightclothes because of sweating?', ['night-sweats']],
    ['Are your hands affected by the skin trouble?', ['hands-affected']],
    ['Are you on any regular tablets, drops or injections?', ['current-medicines']],
    ['Have you had to lie in bed or sit still for a long time recently?', ['recent-immobility']],
    ['Did the pain in your eye come on all at once?', ['sudden-eye-pain']],
    ['Is she hard to wake?', ['hard-to-rouse']],
    ['Any trouble finding words?', ['aphasia']],
    ['When you get a migraine, do you vomit?', ['vomiting']],
    ['And the fever, does it give you a headache?', ['headache']],
    ['Talk to me about your sleep. Do you snore?', ['sleep-habits', 'snoring']],
    ['Do you get puffed on the stairs?', ['breathless-on-exertion']],
    ['Apart from the diabetes, is there something else?', ['past-illnesses']],
    ['Any problems with your arms? For example numbness or weakness?', ['numbness-or-tingling', 'muscle-weakness']],
    ['Have you noticed any blood?', ['bleeding']],
    ['Do you have any pets?', ['animal-or-changing-room-contact']],
    ['Do you have a dog in the fight?', []],
    ['Headaches, blurry vision, any swelling in your hands?', ['headache', 'blurred-vision', 'swelling-hands-or-face']],
    ['How old were you when you had your first period?', ['menstrual-history']],
    ['Have you been passing wind since the operation?', ['passing-gas']],
    ['Are you right handed?', ['handedness']],
    ['Any family history of bladder or kidney trouble?', ['family-kidney-disease', 'family-history']],
    ['Is it any easier today, the cough?', ['cough']],
    ['I take it you don’t take any regular tablets, then.', ['current-medicines']],
  ])('%j asks for %j', (text, findings) => {
    expect(new Set(asked(text))).toEqual(new Set(findings));
  });

  test.each([
    'Can you hear me?',
    'I’m sorry to hear that.',
    'Do give me a call if the fever comes back.',
    'Why don’t we wait for the results?',
    'You said a cough, you said a fever, anything else?',
    'Pardon?',
    'Right, okay. Yeah.',
    'Except for the backache, any other complaints?',
    'I wonder if this could be eczema.',
    'Would you rather wait a week?',
    'So what this looks like to us is that it is a mild bronchitis with a cough.',
    'What will the blood test show?',
    'Hi there, I’m Dr Patel. What can I do for you?',
    'Can you tell me a little more about that?',
    'Let me have a listen to your chest.',
    'Take a deep breath in for me.',
    'Can you walk on your tiptoes?',
    'It sounds like this has been very stressful.',
    'That gives the possibility of a bowel disease, right?',
    'Do you have any questions for me?',
    'Does that make sense?',
    'We’ll get you started on an antibiotic, okay?',
    'What is your diagnosis?',
    'Is it all right if I ask you some questions about your health?',
    'Would you be willing to try a different blood pressure pill?',
    'Don’t take the ibuprofen with it, it can upset your stomach.',
    'When you pick up the tablets, ask the pharmacist about grapefruit.',
    'Has anyone talked you through what the procedure involves?',
    'Have you ever heard of a condition called polymyalgia?',
    'Is there anything I have forgotten?',
    'I know it hurts, you’re doing really well.',
  ])('%j asks for no finding', (text) => {
    expect(asked(text)).toEqual([]);
  });
});

describe('what was last spoken of', () => {
  test.each([
    ['How long has that been going on?', 'I’ve been coughing, I’ve been coughing up blood.', 'coughing-blood'],
    ['And at night?', 'My knees have been killing me.', 'knee-pain'],
    ['Is it worse after eating?', 'I’ve got this awful pain in my chest.', 'worse-after-meals'],
    ['Worse on stairs?', 'It’s my hip, it really hurts.', 'hip-pain'],
    ['How many a day?', 'I smoke roll-ups.', 'smoking'],
    ['Coughing and sneezing, do they set it off?', 'I’ve got this pain low in my back.', 'back-pain'],
    ['Has it ever come on when you were just sitting there?', 'I get this fluttering, my heart races.', 'palpitations'],
    ['Put one finger on the worst spot.', 'My belly has been hurting.', 'abdominal-pain'],
    ['And the chest pain, has that come back?', 'Better since the stent.', 'chest-pain'],
    ['Any clots?', 'My periods are so heavy.', 'heavy-periods'],
    ['Does it smell?', 'I have to pee all the time.', 'cloudy-or-smelly-urine'],
    ['Whereabouts is it worst?', 'It’s this headache, it just won’t shift.', 'headache'],
  ])('%j after %j is about %s', (text, said, finding) => {
    expect(asked(text, ['patient', said])).toContain(finding);
  });

  test.each([
    ['Did he smoke?', 'family-heart-disease'],
    ['Do you smoke?', 'smoking'],
  ])('%j after a father’s heart attack asks for %s', (text, finding) => {
    expect(
      asked(text, ['doctor', 'Any heart disease in the family?'], ['patient', 'My dad had a heart attack.']),
    ).toEqual([finding]);
  });

  test('of somebody’s work a courtesy asks for nothing', () => {
    const before: ['doctor' | 'patient', string][] = [
      ['doctor', 'What do you do for a living?'],
      ['patient', 'I teach biology.'],
    ];
    expect(asked('And how’s that going?', ...before)).toEqual([]);
    expect(asked('How long have you been doing that?', ...before)).toEqual(['occupation']);
  });

  test('what was denied is not meant', () => {
    const turns = [
      ['patient', 'My back hurts.'],
      ['doctor', 'Any fever with that?'],
      ['patient', 'No, no fever.'],
    ] as const;
    expect(
      asked('When did it start?', ...turns.map(([speaker, text]): [typeof speaker, string] => [speaker, text])),
    ).toEqual(['back-pain']);
  });

  test('a pain is at the place that the answer names', () => {
    const found = asked(
      'When you sit, is it in both legs?',
      ['doctor', 'What makes your pain worse?'],
      ['patient', 'Sitting. I feel it in my legs.'],
    );
    expect(found).toEqual(['leg-pain']);
  });

  test('a bare illness after the family is the family’s', () => {
    expect(asked('Cancer?', ['doctor', 'Any heart disease in your family?'], ['patient', 'No.'])).toEqual([
      'family-cancer',
    ]);
    expect(asked('How old is he now?', ['doctor', 'How is your father?'], ['patient', 'He had a stroke.'])).toEqual([
      expect.stringMatching(/^family-/),
    ]);
  });

  test.each([
    ['Does the pain spread to your arm or jaw?', 'abdominal-pain', 'pain-radiating-to-arm-or-jaw'],
    ['Is it in the backs of your knees?', 'rash', 'bends-affected'],
    ['Is it gone by the next day?', 'rash', 'spots-gone-within-a-day'],
  ])('%s after %s asks for what tells conditions apart, and not for the complaint again', (text, finding, meant) => {
    const focus = [{ finding, fact: null, aspect: 'presence' as const, resolved: false }];
    expect(understand(text, { ...noContext, focus }, lexicon).mentions.map((one) => one.finding)).toEqual([meant]);
  });

  test('nothing is made up where nothing was spoken of', () => {
    expect(asked('How long has that been going on?')).toEqual([]);
  });
});

describe('any text at all', () => {
  test('is read without a throw, twice the same', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.string({ unit: 'grapheme', maxLength: 100 }),
        (text, said) => {
          const context = contextOf([{ speaker: 'patient', text: said }], lexicon);
          expect(understand(text, context, lexicon)).toEqual(understand(text, context, lexicon));
        },
      ),
    );
  });

  test.each([
    ['nothing', ''],
    ['control characters', '\u0000\u0007\u001b[31m\u200b'],
    ['emoji', '😀🤒 headache? 🇩🇪'],
    ['one letter', 'a'.repeat(100_000)],
    ['one word', 'no '.repeat(33_000)],
    ['pairs of words', 'is it '.repeat(17_000)],
    ['interjections', 'you know, '.repeat(10_000)],
    ['dashes', '- '.repeat(50_000)],
    ['pains', 'pain in my '.repeat(9_000)],
    ['marks', '?!.'.repeat(33_000)],
  ])('%s does not run away with the reader', (_, text) => {
    // Fifty milliseconds by the bench; here only what backtracks without end is told from what does not.
    const before = process.cpuUsage();
    understand(text, noContext, lexicon);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(3_000);
  });
});
