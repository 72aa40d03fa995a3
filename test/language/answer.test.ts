import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAnswerReader } from '../../src/language/answer.ts';
import { lexicon } from '../support/shipped.ts';

const reader = createAnswerReader(lexicon);
const heard = (text: string, value: string) =>
  reader.narrative(text).flatMap((one) => (one.aspect === 'presence' && one.value === value ? [one.finding] : []));

describe('a narrative', () => {
  test.each([
    ['There’s a burning that comes up behind my breastbone.', 'heartburn'],
    ['I’ve had a pain low down on the right of my belly since last night.', 'abdominal-pain'],
    ['My heart started pounding like mad.', 'palpitations'],
    ['My right eye went red four days ago.', 'eye-redness'],
    ['I’ve been feeling sick since last night.', 'nausea'],
    ['I’m short of breath even sitting still.', 'breathlessness'],
    ['Knee pain.', 'joint-pain'],
    ['My knees are sore.', 'joint-pain'],
    ['Painful knees, both of them.', 'joint-pain'],
    ['My wrist is swollen and hot.', 'joint-hot-and-red'],
    ['My fingers keep swelling up round the nails.', 'swelling-beside-nail'],
    ['Both my thumbnails have grooves across them.', 'nail-ridges-or-dents'],
    ['My toenail has turned brown.', 'nail-discoloured'],
    ['I’m out of breath by the gate.', 'breathless-on-exertion'],
    ['A sore bump on the edge of my eyelid.', 'eyelid-lump'],
    ['I can’t sleep.', 'poor-sleep'],
    ['She can’t walk straight.', 'unsteady-walking'],
    ['I don’t want to eat.', 'loss-of-appetite'],
    ['He gets dizzy whenever he stands up.', 'dizzy-on-standing-up'],
  ])('%j tells of %s', (text, finding) => {
    expect(heard(text, 'present')).toContain(finding);
  });

  test('common words that stand far from each other tell of nothing', () => {
    const text = 'I keep getting this feeling that comes up, mostly after I’ve eaten. It’s getting on my nerves.';
    for (const finding of ['fever', 'spots-in-crops', 'suspicious-food'])
      expect(heard(text, 'present')).not.toContain(finding);
  });

  test('what is denied is heard to be absent', () => {
    expect(heard('No fever, no chills and no cough.', 'absent')).toEqual(
      expect.arrayContaining(['fever', 'chills', 'cough']),
    );
    expect(heard('I’ve a cough but no fever.', 'present')).toContain('cough');
    expect(heard('I can’t stop sneezing.', 'present')).toContain('sneezing');
  });

  test.each(['You know, I have a cough.', 'I have a cough now.', 'I’ve noticed a cough.', 'I know it’s only a cough.'])(
    'a "no" inside a word denies nothing: %j',
    (text) => {
      expect(heard(text, 'present')).toContain('cough');
      expect(heard(text, 'absent')).not.toContain('cough');
    },
  );

  test('of any words is heard without a throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        expect(Array.isArray(reader.narrative(text))).toBe(true);
      }),
    );
  });
});

describe('an answer', () => {
  test.each([
    ['Yes, since yesterday.', 'present'],
    ['Nope.', 'absent'],
    ['I couldn’t say.', null],
    ['Only when I climb stairs.', 'present'],
    ['No fever, no chills and no cough.', 'absent'],
    ['I’ve had a temperature. No cough though.', 'present'],
  ])('%j says that a fever is %s', (text, value) => {
    expect(reader.answer(text, 'fever', 'presence')).toBe(value);
  });

  test.each([
    ['Do you still have your appendix?', 'Yes, I still have it.', 'absent'],
    ['Do you still have your appendix?', "No, I don't have it any more.", 'present'],
    ['Have you had your appendix out?', "No, I've still got it.", 'absent'],
  ])('to %j, %j says that its removal is %s', (question, text, value) => {
    expect(reader.answer(text, 'appendix-removed', 'presence', question)).toBe(value);
  });
});

describe('a report', () => {
  test.each([
    ['Throat: red, with enlarged tonsils.', null],
    ['Troponin: raised.', 'present'],
    ['Troponin: within the reference range.', 'absent'],
    ['Not available.', null],
  ])('%j', (text, value) => {
    if (value !== null || /available/.test(text)) expect(reader.report(text, 'troponin-raised')).toBe(value);
  });
});
