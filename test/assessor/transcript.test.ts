import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { transcriptOf } from '../../src/assessor/transcript.ts';
import { packageRoot } from '../../src/base/package-root.ts';
import { answered, asked, historyOf, opened, readingOf } from '../support/events.ts';
import { catalog } from '../support/shipped.ts';

test('a doctor who writes the patient’s lines as well has spoken all of them', () => {
  const text = 'Do you cough?\nPatient: Yes, and I feel well looked after.\nDoctor: Good.';
  const history = historyOf(opened([], 'My throat hurts.'), asked(text), answered(readingOf([]), [], 'No.'));
  expect(
    transcriptOf(history)
      .lines.filter(({ speaker }) => speaker === 'patient')
      .map(({ text }) => text),
  ).toEqual(['My throat hurts.', 'No.']);
  expect(transcriptOf(history).lines[1]).toEqual({ turn: 1, speaker: 'doctor', text });
});

test('no prompt of the judge names a criterion: the rubric’s own ids are filled in', () => {
  const ids = [...catalog.rubrics.values()].flatMap(({ dimensions }) =>
    dimensions.flatMap(({ criteria }) => criteria.map(({ id }) => id)),
  );
  const folder = join(packageRoot(), 'prompts');
  const judges = readdirSync(folder).filter((name) => name.startsWith('judge'));
  expect(judges.length).toBeGreaterThan(5);
  for (const name of judges) {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(text).not.toMatch(/\b\d\.\d\b/);
    expect(ids.filter((id) => id.includes('-') && text.includes(id))).toEqual([]);
  }
});
