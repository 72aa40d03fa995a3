import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openRatings, type Rating, readRatings } from '../../src/report/ratings.ts';
import { scratchFolder } from '../support/scratch.ts';

const scratch = scratchFolder();
const file = () => join(scratch.folder, 'ratings-ada.csv');
const head = 'rater,consultation,rubric,criterion,met,note,at\n';
const rating = (more: Partial<Rating> = {}): Rating => ({
  ...{ rater: 'ada', consultation: 'c1', rubric: 'r', criterion: '1.1', met: 1, note: '', at: '2026-01-01T00:00:00Z' },
  ...more,
});

describe('a ratings file', () => {
  test('is made with the first grade, a line for each', async () => {
    const ratings = await openRatings(file());
    await expect(readFile(file())).rejects.toMatchObject({ code: 'ENOENT' });
    ratings.append(rating());
    ratings.append(rating({ criterion: '1.2', met: null, note: 'curt, "and" late' }));
    expect(await readFile(file(), 'utf8')).toBe(
      `${head}ada,c1,r,1.1,1,,2026-01-01T00:00:00Z\nada,c1,r,1.2,,"curt, ""and"" late",2026-01-01T00:00:00Z\n`,
    );
  });

  test('is gone on with; of what was graded twice the last grade counts', async () => {
    (await openRatings(file())).append(rating());
    const again = await openRatings(file());
    expect(again.before).toEqual([rating()]);
    again.append(rating({ met: 0 }));
    expect(await readRatings(file())).toEqual([rating({ met: 0 })]);
  });

  test('a line that a crash tore is cut off with the next grade; all before it stays', async () => {
    (await openRatings(file())).append(rating());
    await appendFile(file(), 'ada,c1,r');
    const again = await openRatings(file());
    expect(again).toMatchObject({ wasTorn: true, before: [rating()] });
    again.append(rating({ criterion: '1.2' }));
    expect(await readRatings(file())).toEqual([rating(), rating({ criterion: '1.2' })]);
  });

  test('a last line that an editor saved without its end is a grade like others', async () => {
    await writeFile(file(), `${head}ada,c1,r,1.1,0,,`);
    const again = await openRatings(file());
    expect(again).toMatchObject({ wasTorn: false, before: [rating({ met: 0, at: '' })] });
    again.append(rating({ criterion: '1.2' }));
    expect(await readRatings(file())).toHaveLength(2);
  });

  test('of somebody else may have its columns in any order, without note and time, but is not gone on with', async () => {
    await writeFile(file(), '\uFEFFmet,criterion,rubric,consultation,rater\r\n0.5,4.1,r,c1,bo\r\n');
    expect(await readRatings(file())).toEqual([
      { rater: 'bo', consultation: 'c1', rubric: 'r', criterion: '4.1', met: 0.5, note: '', at: '' },
    ]);
    await expect(openRatings(file())).rejects.toMatchObject({
      code: 'bad-file',
      hint: expect.stringContaining('--out'),
    });
  });

  test.each([
    { text: `${head}ada,c1,r,1.1,yes,,\n`, problem: /ratings-ada\.csv:2 met: is 1, 0, a share between, or empty/ },
    { text: `${head}ada,c1,r,1.1,2,,\n`, problem: /:2 met/ },
    { text: `${head},c1,r,1.1,1,,\n`, problem: /:2 rater/ },
    { text: 'rater,met\nada,1\n', problem: /:2 consultation/ },
    { text: `${head}ada,c1\nada,c1,r,1.1,1,,\n`, problem: /is no CSV/ },
  ])('with $problem is refused', async ({ text, problem }) => {
    await writeFile(file(), text);
    await expect(readRatings(file())).rejects.toMatchObject({
      code: 'bad-file',
      message: expect.stringMatching(problem),
    });
  });

  test('that does not exist, or cannot be written, is said', async () => {
    await expect(readRatings(join(scratch.folder, 'none.csv'))).rejects.toMatchObject({ code: 'bad-file' });
    const nowhere = await openRatings(join(scratch.folder, 'no', 'folder.csv'));
    expect(() => nowhere.append(rating())).toThrow(expect.objectContaining({ code: 'unwritable' }));
  });

  test('gives back whatever was written', async () => {
    const words = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\r'));
    let n = 0;
    await fc.assert(
      fc.asyncProperty(words, fc.constantFrom(0, 1, 0.5, null), async (note, met) => {
        const own = join(scratch.folder, `${n++}.csv`);
        (await openRatings(own)).append(rating({ note, met }));
        expect(await readRatings(own)).toEqual([rating({ note, met })]);
      }),
      { numRuns: 40 },
    );
  });
});
