import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PatientCase } from '../../src/catalog/case.ts';
import type { ConsultationEvent } from '../../src/events/event.ts';
import { countStates, ledgerOf } from '../../src/events/ledger.ts';
import { answered, asked, historyOf, opened, readingOf, told } from '../support/events.ts';
import { caseOf } from '../support/patient.ts';

const patientCase: PatientCase = caseOf([
  { finding: 'headache', tier: 'volunteered' },
  { finding: 'nausea', tier: 'open' },
  { finding: 'fever', tier: 'direct' },
  { finding: 'alcohol', tier: 'guarded' },
  { finding: 'vomiting', tier: 'direct', value: 'absent' },
]);

const states = (history: readonly ConsultationEvent[]) =>
  Object.fromEntries(ledgerOf(history, patientCase).map(({ fact, state }) => [fact, state]));

const opening = opened([told('headache', 'present')]);

describe('a fact', () => {
  test('that nobody spoke of is there for the asking, or locked where it waits for trust', () => {
    expect(states(historyOf(opening))).toEqual({
      headache: 'volunteered',
      nausea: 'unlocked',
      fever: 'unlocked',
      alcohol: 'locked',
      vomiting: 'unlocked',
    });
  });

  test('is unlocked by trust, and locked again when trust is lost', () => {
    const trusting = { ...answered(readingOf(['fever']), [told('fever', 'present')]), rapport: 'trusting' } as const;
    expect(states(historyOf(opening, asked(), trusting)).alcohol).toBe('unlocked');
    const wary = { ...answered(readingOf([])), rapport: 'guarded' } as const;
    expect(states(historyOf(opening, asked(), trusting, asked(), wary)).alcohol).toBe('locked');
  });

  test('that was asked for and told is elicited; one that came of itself is volunteered', () => {
    const both = answered(readingOf(['fever']), [told('fever', 'present'), told('nausea', 'present')]);
    expect(states(historyOf(opening, asked(), both))).toMatchObject({ fever: 'elicited', nausea: 'volunteered' });
  });

  test('that was told before it was due is leaked', () => {
    const early = answered(readingOf([]), [told('fever', 'present'), told('alcohol', 'present')]);
    expect(states(historyOf(opening, asked(), early))).toMatchObject({ fever: 'leaked', alcohol: 'leaked' });
    expect(states(historyOf(opened([told('alcohol', 'present')])))).toMatchObject({ alcohol: 'leaked' });
  });

  test('carries the turn and the words it was first told in, and every turn it was asked for', () => {
    const held = answered(readingOf(['alcohol']), [], 'I’d rather not say.');
    const kind = {
      ...answered(readingOf(['alcohol']), [told('alcohol', 'present')], 'A bottle a day.'),
      rapport: 'trusting',
    } as const;
    const again = {
      ...answered(readingOf(['alcohol']), [told('alcohol', 'present')], 'As I said.'),
      rapport: 'trusting',
    } as const;
    const entry = ledgerOf(historyOf(opening, asked(), held, asked(), kind, asked(), again), patientCase)[3];
    expect(entry).toEqual({
      fact: 'alcohol',
      finding: 'alcohol',
      tier: 'guarded',
      state: 'elicited',
      as: 'true',
      turn: 2,
      words: 'A bottle a day.',
      askedAt: [1, 2, 3],
      distorted: [],
    });
  });

  test('is told true where an aspect of it is distorted, and the aspect is named', () => {
    const shifted = told('headache.severity', 'mild', { as: 'distorted' });
    const [entry] = ledgerOf(
      historyOf(opening, asked(), answered(readingOf(['headache.severity']), [shifted])),
      patientCase,
    );
    expect(entry).toMatchObject({ as: 'true', distorted: ['severity'] });
  });
});

test('every fact is in the ledger once, in the case’s order, whatever happened', () => {
  const keys = patientCase.facts.map(({ id }) => id);
  const reply = fc
    .record({
      asked: fc.subarray(keys),
      told: fc.subarray(keys),
      rapport: fc.constantFrom('guarded', 'neutral', 'trusting'),
    })
    .map((given) => ({
      ...answered(
        readingOf(given.asked),
        given.told.map((key) => told(key, 'present')),
      ),
      rapport: given.rapport,
    }));
  fc.assert(
    fc.property(fc.array(reply, { maxLength: 8 }), (replies) => {
      const history = historyOf(opening, ...replies.flatMap((body) => [asked(), body]));
      const ledger = ledgerOf(history, patientCase);
      expect(ledger.map(({ fact }) => fact)).toEqual(keys);
      const counts = countStates(ledger);
      expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(keys.length);
      for (const { state, turn, words } of ledger) {
        const isTold = state !== 'locked' && state !== 'unlocked';
        expect(turn !== null).toBe(isTold);
        expect(words !== null).toBe(isTold);
      }
    }),
  );
});
