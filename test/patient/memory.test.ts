import { describe, expect, test } from 'vitest';
import type { EventBody } from '../../src/events/event.ts';
import { noMemory, remember, toldKey } from '../../src/patient/memory.ts';
import { answered, asked, concluded, historyOf, opened, readingOf, reported, told } from '../support/events.ts';
import { caseOf, personaOf } from '../support/patient.ts';

const patientCase = caseOf([
  { finding: 'cough', tier: 'volunteered' },
  { finding: 'fever' },
  { finding: 'rash', value: 'absent' },
  { name: 'garden' },
]);

function memoryOf(...bodies: EventBody[]) {
  return historyOf(...bodies).reduce(
    (memory, event) => remember(memory, event, patientCase),
    noMemory(personaOf('choleric')),
  );
}

const focusOf = (memory: ReturnType<typeof memoryOf>) => memory.focus.map(({ finding, fact }) => finding ?? fact);

describe('what a patient remembers', () => {
  test('of the opening is what it told, and that the complaint was spoken of', () => {
    const memory = memoryOf(opened([told('cough', 'present'), told('cough.onset', 'sudden')]));
    expect([...memory.told]).toEqual([
      ['cough.presence', 'present'],
      ['cough.onset', 'sudden'],
    ]);
    expect(focusOf(memory)).toEqual(['cough']);
    expect(memory).toMatchObject({ replies: 0, concluded: false });
  });

  test('is every question as it was read, and every answer', () => {
    const memory = memoryOf(
      opened(),
      asked(),
      answered(readingOf(['fever', 'rash']), [told('fever', 'present'), told('rash', 'absent')]),
    );
    expect([...memory.asked]).toEqual(['fever.presence', 'rash.presence']);
    expect([...memory.told]).toEqual([
      ['fever.presence', 'present'],
      ['rash.presence', 'absent'],
    ]);
    expect(memory.replies).toBe(1);
  });

  test('"it" is what was spoken of last and is there: nothing denied, the complaint in the end', () => {
    const memory = memoryOf(
      opened([told('cough', 'present')]),
      asked(),
      answered(readingOf(['fever']), [told('fever', 'present')]),
      asked(),
      answered(readingOf(['rash']), [told('rash', 'absent')]),
    );
    expect(focusOf(memory)[0]).toBe('fever');
    expect(focusOf(memory).at(-1)).toBe('cough');
    expect(focusOf(memory)).not.toContain('rash');
  });

  test('"it" may be what was told of one’s own accord', () => {
    const garden = { ...told('garden', ''), finding: null, fact: 'garden', value: null };
    expect(focusOf(memoryOf(opened(), asked(), answered(readingOf([]), [garden])))[0]).toBe('garden');
  });

  test('is nothing that happened in the clinic, but that there was a conclusion', () => {
    const before = memoryOf(opened([told('cough', 'present')]));
    expect(memoryOf(opened([told('cough', 'present')]), reported(['crp-raised']))).toMatchObject({
      told: before.told,
      focus: before.focus,
    });
    expect(memoryOf(opened(), concluded('flu')).concluded).toBe(true);
  });

  test('is how it was spoken to', () => {
    const rude = answered(readingOf([], { dismissal: true }));
    expect(memoryOf(opened(), asked(), rude).mood.mood).toEqual({ rapport: 'guarded', patience: 'irritated' });
  });
});

test('a fact of the vocabulary has its finding’s key, one of its own its name’s', () => {
  expect(toldKey({ finding: 'cough', fact: 'cough', aspect: 'onset' })).toBe('cough.onset');
  expect(toldKey({ finding: null, fact: 'garden', aspect: 'presence' })).toBe('fact:garden.presence');
});
