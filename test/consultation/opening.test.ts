import { describe, expect, test } from 'vitest';
import type { Protocol } from '../../src/catalog/protocol.ts';
import { createClinic } from '../../src/consultation/clinic.ts';
import { openingUnder } from '../../src/consultation/opening.ts';
import { opened, protocolOf, scriptedPatient } from '../support/consultation.ts';
import { caseOf } from '../support/patient.ts';
import { lexicon } from '../support/shipped.ts';

const image = {
  file: 'rash.png',
  caption: 'The left forearm',
  alternative: 'red rings with pale centres',
  licence: 'CC0',
};
const patientCase = caseOf(
  [
    {
      finding: 'rash',
      value: 'present',
      tier: 'volunteered',
      says: { presence: 'It itches.', onset: 'Since May.' },
    },
    { finding: 'fever', value: 'absent', tier: 'direct' },
    { name: 'own', value: 'present', tier: 'guarded', says: { presence: 'I keep rabbits.' } },
  ],
  {
    examinations: [{ id: 'skin', name: 'Skin of the arm', report: 'Ring-shaped.', image }],
    tests: [{ id: 'photograph', name: 'Photograph', report: 'As seen.', image }],
  },
);
const signal = new AbortController().signal;

async function openedUnder(protocol: Partial<Protocol>) {
  return openingUnder({ patientCase, lexicon, protocol: protocolOf(protocol) }, scriptedPatient([])).open(signal);
}

describe('the opening', () => {
  test('is the complaint, as the patient says it, where the protocol asks for no more', async () => {
    expect(await openedUnder({})).toEqual(opened);
    expect(await openedUnder({ images: 'request' })).toEqual(opened);
  });

  test('holds the case’s pictures, each once, where they are shown with the complaint', async () => {
    const { licence: _, ...shown } = image;
    expect(await openedUnder({ images: 'opening' })).toEqual({ ...opened, images: [shown] });
  });

  test('holds everything that the case knows where the protocol says so, and counts it as told', async () => {
    const { text, told, images } = await openedUnder({ opening: 'everything' });
    expect(text.split('\n')).toEqual([
      opened.text,
      'Since May.',
      expect.stringMatching(/^No .*(fever|temperature)/i),
      'I keep rabbits.',
      'Skin of the arm: Ring-shaped.',
      'Photograph: As seen.',
    ]);
    expect(told.map(({ fact, aspect, value }) => [fact, aspect, value])).toEqual([
      ['rash', 'presence', 'present'],
      ['rash', 'onset', null],
      ['fever', 'presence', 'absent'],
      ['own', 'presence', null],
      ['skin', 'presence', null],
      ['photograph', 'presence', null],
    ]);
    expect(images).toBeUndefined();
  });
});

test('the clinic brings the picture along with its report only where pictures are shown on request', () => {
  const words = 'Let me look at the skin of the arm.';
  expect(createClinic(patientCase, lexicon).report(words, 'examination').images).toBeUndefined();
  const { licence: _, ...shown } = image;
  const showing = createClinic(patientCase, lexicon, { showsImages: true });
  expect(showing.report(words, 'examination').images).toEqual([shown]);
  expect(showing.report('I take the pulse.', 'examination').images).toBeUndefined();
});
