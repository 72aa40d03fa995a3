import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstPerson, isOfSomebodyElse } from '../../../src/catalog/import/first-person.ts';
import { isSilent } from '../../../src/catalog/import/silence.ts';
import { symptomSaid } from '../../../src/catalog/import/symptom.ts';
import { voiceOf } from '../../../src/catalog/import/voice.ts';

const woman = voiceOf({ age: 40, sex: 'female' }, true);
const man = voiceOf({ age: 40, sex: 'male' }, true);
const baby = voiceOf({ age: 0.5, sex: 'female' }, true);

describe('a note becomes speech', () => {
  test.each([
    ['Denies any fever, chills, or cough.', "I don't have any fever, chills, or cough."],
    ['The patient denies recent travel.', "I haven't had any recent travel."],
    ['She denies having been abroad.', "I haven't been abroad."],
    ['She denies tobacco or alcohol use.', "There's no tobacco or alcohol use."],
    ['She denies that she drinks.', "It isn't true that I drink."],
    ['Complains of a sore throat but denies fever.', "I have a sore throat but I don't have any fever."],
    ['She presents to the clinic with a stiff neck.', "I've come to the clinic with a stiff neck."],
    ['The patient reports a 2-week history of cough.', "I've had a 2-week history of cough."],
    ['She has a history of gout and takes allopurinol.', 'I have a history of gout and I take allopurinol.'],
    [
      'She was treated for gout but has not taken her tablets.',
      "I was treated for gout but I haven't taken my tablets.",
    ],
    ['She mentions that the rash itches and has not healed.', "The rash itches and hasn't healed."],
    ['Lives alone, does not smoke.', "I live alone, I don't smoke."],
    ['Diagnosed with gout last year.', 'I was diagnosed with gout last year.'],
    ['Voices tell her she is worthless.', "Voices tell me I'm worthless."],
    ['The pain wakes the patient at night.', 'The pain wakes me at night.'],
    ["The patient's mother says she herself had gout.", 'My mother says she herself had gout.'],
  ])('%s', (note, speech) => {
    expect(firstPerson(note, woman)).toBe(speech);
  });

  test.each([
    ['His wife found him on the floor.', 'My wife found me on the floor.'],
    ['His brother found him on the floor.', 'My brother found me on the floor.'],
    ['He visited his brother and gave him his coat.', 'I visited my brother and gave him his coat.'], // whose?
    ['He says his father was well until he fell.', 'My father was well until he fell.'],
  ])('who is who: %s', (note, speech) => {
    expect(firstPerson(note, man)).toBe(speech);
  });

  test.each([
    ['Denies fever.', "She doesn't have any fever."],
    ['The patient vomits after feeding.', 'She vomits after feeding.'],
    ['Lives with both parents.', 'She lives with both parents.'],
  ])('of a baby: %s', (note, speech) => {
    expect(firstPerson(note, baby)).toBe(speech);
  });

  test.each([
    ['Her mother reports that she has had a fever since Monday.', 'She has had a fever since Monday.'],
    [
      'Her mother reports that despite this, she believes the child is growing.',
      'Despite this, I believe the child is growing.',
    ],
    ["The infant's parents report noticing a rash.", 'We noticed a rash.'],
    ['The mother reports having had no prenatal care.', 'I had no prenatal care.'],
    ['The parents report no known allergies.', 'No known allergies.'],
    ['They also noticed swelling of the legs.', 'We also noticed swelling of the legs.'],
    ['She is brought in by her parents due to a swollen knee.', 'She is here due to a swollen knee.'],
    ['The mother is worried.', 'The mother is worried.'], // what she is, and not what she told
  ])('of a baby, from the one who brings it: %s', (note, speech) => {
    expect(firstPerson(note, baby)).toBe(speech);
  });

  test.each([
    ['No illicit drug use is reported.', 'No illicit drug use.'],
    ['No other symptoms reported by the roommates.', 'No other symptoms.'],
    ['No reported use of medications.', 'No use of medications.'],
    ['Her mother reports poor grades.', 'My mother reports poor grades.'], // somebody else than the one who speaks
  ])('who is asked does not say that it was reported: %s', (note, speech) => {
    expect(firstPerson(note, woman)).toBe(speech);
  });

  test('a pronoun after a sentence about a relative of the same sex is let be', () => {
    expect(isOfSomebodyElse('She takes insulin.', 'Her mother has diabetes.', woman)).toBe(true);
    expect(isOfSomebodyElse('She takes insulin.', 'Her father has diabetes.', woman)).toBe(false);
    expect(isOfSomebodyElse('The patient takes insulin.', 'Her mother has diabetes.', woman)).toBe(false);
  });

  test('a sentence of another kind stays as it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('began', 'spread', 'itches'),
        fc.constantFrom('rash', 'lump', 'cough'),
        (verb, noun) => {
          const note = `The ${noun} ${verb} a week before the visit.`;
          expect(firstPerson(note, woman)).toBe(note);
        },
      ),
    );
  });
});

test.each([
  ['Weakness in the legs', 'I have weakness in the legs.'],
  ['Rash over the trunk', 'I have a rash over the trunk.'],
  ['Pain worsens with movement', 'The pain worsens with movement.'],
  ['Not itchy', "It's not itchy."],
  ['No fever', 'I have no fever.'],
  ['Mother reports poor sleep', 'My mother reports poor sleep.'],
])('symptom: %s', (symptom, speech) => {
  expect(symptomSaid(symptom, woman)).toBe(speech);
});

test.each([
  ['N/A', true],
  ['Not applicable for age.', true],
  ['No other social history provided.', true],
  ['Patient details on social history not provided.', true],
  ['No mention of smoking.', true],
  ['Pending at the time of examination', true],
  ['No significant past medical history.', false],
  ['Not assessed fully but likely impaired.', false],
  ['Hearing is reduced, details not specified.', false],
  ['Negative', false],
])('"%s" says nothing: %s', (text, silent) => {
  expect(isSilent(text)).toBe(silent);
});
