import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isScored } from '../assessor/scored.ts';
import { transcriptOf } from '../assessor/transcript.ts';
import { systemClock } from '../base/clock.ts';
import { AnamnesisError } from '../base/error.ts';
import { nearest } from '../base/nearest.ts';
import { packageRoot } from '../base/package-root.ts';
import { drawFor } from '../base/random.ts';
import { badFiles, readYaml } from '../catalog/load-yaml.ts';
import { Rubric } from '../catalog/rubric.ts';
import type { ConsultationEvent } from '../events/event.ts';
import { doctorView } from '../events/history.ts';
import { openRatings, type RatingsFile } from '../report/ratings.ts';
import { readEvents, runFiles } from '../run/journal.ts';
import { readManifest } from '../run/run-folder.ts';
import type { Terminal } from '../ui/full-screen.tsx';
import type { ConsultationToRate, CriterionToRate, GivenGrade, RatingTask } from '../ui/rating-desk.ts';
import { mustBeTerminal } from './at-terminal.ts';
import { asCalled } from './called.ts';
import { readAssessments } from './read-run.ts';

export interface RateOptions {
  rater: string;
  /** Ids or files; left out, the rubrics that the run was scored by. */
  rubric?: string[] | undefined;
  sample?: number;
  seed?: number;
  seesTruth?: boolean;
  out?: string;
}

/** `anamnesis rate`: a person grades the consultations of a run, without knowing whose they are. */
export async function rateCommand(folder: string, options: RateOptions, terminal: Terminal = process): Promise<void> {
  mustBeTerminal(terminal, {
    what: 'grading by hand',
    instead: '`anamnesis audit agreement` takes grades that were given elsewhere',
  });
  const { rater, seesTruth = false } = options;
  // The name is part of a file's name.
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(rater))
    throw new AnamnesisError('bad-call', `\`${rater}\` is no rater's name`, {
      hint: 'letters, digits, dots, hyphens and underscores: --rater ada',
    });
  const { benchmark } = await readManifest(folder);
  const rubrics = await Promise.all((options.rubric ?? benchmark.rubric).map((name) => rubricOf(name, folder)));
  const seed = options.seed ?? benchmark.seed;
  const consultations = await toRate(folder, { rater, seed, sample: options.sample, seesTruth });
  const criteria = rubrics.flatMap(criteriaOf);
  const tasks = consultations.flatMap((consultation) => criteria.map((criterion) => ({ consultation, criterion })));

  const ratings = await openRatings(options.out ?? join(folder, `ratings-${rater}.csv`));
  const { openRatingRoom } = await import('../ui/rating-room.tsx');
  const room = openRatingRoom(
    {
      tasks,
      graded: gradedBefore(tasks, rater, ratings),
      keep: ({ consultation, criterion }, { met, note }) =>
        ratings.append({
          ...{ rater, consultation: consultation.id, rubric: criterion.rubric, criterion: criterion.id, met, note },
          at: systemClock().toISOString(),
        }),
    },
    terminal,
  );
  for (const signal of signals) process.on(signal, room.leave);
  const { graded, wasInterrupted } = await room.left.finally(() => {
    for (const signal of signals) process.off(signal, room.leave);
  });
  const further = graded < tasks.length ? `the same call goes on with the other ${tasks.length - graded}` : undefined;
  const kept = `${graded} of ${tasks.length} grades are kept in ${resolve(ratings.file)}`;
  if (wasInterrupted) throw new AnamnesisError('interrupted', kept, further ? { hint: further } : {});
  if (ratings.wasTorn) terminal.stdout.write('Its last line was torn: that criterion was asked for again.\n');
  terminal.stdout.write(`${kept}\n${further ? `${further}\n` : ''}`);
  terminal.stdout.write(asCalled(`Compare it: anamnesis audit agreement ${folder} ${ratings.file}\n`));
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function gradedBefore(tasks: readonly RatingTask[], rater: string, { before }: RatingsFile): Map<number, GivenGrade> {
  const own = new Map(
    before
      .filter((rating) => rating.rater === rater)
      .map((rating) => [JSON.stringify([rating.consultation, rating.rubric, rating.criterion]), rating]),
  );
  return new Map(
    tasks.flatMap(({ consultation, criterion }, place) => {
      const rating = own.get(JSON.stringify([consultation.id, criterion.rubric, criterion.id]));
      return rating ? [[place, { met: rating.met, note: rating.note }] as const] : [];
    }),
  );
}

/**
 * The consultations to grade. Which they are depends on the seed alone, so that raters grade the same ones; their order
 * is each rater's own, so that tiredness does not fall on the same ones.
 */
async function toRate(
  folder: string,
  { rater, seed, sample, seesTruth }: { rater: string; seed: number; sample: number | undefined; seesTruth: boolean },
): Promise<ConsultationToRate[]> {
  const lines = (await readAssessments(folder)).filter(isScored);
  if (lines.length === 0)
    throw new AnamnesisError('empty-matrix', `${folder} has no assessed consultation to grade`, {
      hint: `carry it out first: anamnesis run --resume ${folder}`,
    });
  const truths = new Map(lines.map(({ consultation, truth }) => [consultation, truth.name]));
  const chosen = drawFor(seed, 'rate', 'sample')
    .shuffle([...truths.keys()].sort())
    .slice(0, sample);
  const histories = new Map<string, ConsultationEvent[]>(chosen.map((id) => [id, []]));
  for await (const event of readEvents(folder)) histories.get(event.consultation)?.push(event);
  return drawFor(seed, 'rate', 'order', rater)
    .shuffle(chosen)
    .map((id) => {
      const history = (histories.get(id) ?? []).sort((a, b) => a.seq - b.seq);
      const { demographics, setting } = doctorView(history);
      // What a judge would be shown, so that both grade the same words.
      const lines = transcriptOf(history).lines.map(({ speaker, text }) =>
        speaker === 'doctor' ? { speaker, text, act: 'ask' as const } : { speaker, text },
      );
      return { id, demographics, setting, lines, truth: seesTruth ? (truths.get(id) ?? null) : null };
    });
}

const metOrNot = [
  { key: 'm', name: 'met', met: 1 },
  { key: 'n', name: 'not met', met: 0 },
];

function criteriaOf(rubric: Rubric): CriterionToRate[] {
  return rubric.dimensions.flatMap(({ title, criteria }) =>
    criteria.map(({ id, text, check }) => ({
      rubric: rubric.id,
      id,
      dimension: title,
      text,
      grades:
        check?.rule === 'overall-level'
          ? check.bands.map(({ level, value }, at) => ({ key: String(at + 1), name: level, met: value }))
          : metOrNot,
    })),
  );
}

/** A rubric by its file, or by its id: the run's own copy, else the shipped one. */
async function rubricOf(name: string, folder: string): Promise<Rubric> {
  const places = [join(folder, runFiles.library, 'rubrics'), join(packageRoot(), 'rubrics')];
  const isFile = /\.ya?ml$/i.test(name);
  const known = new Map<string, string>();
  for (const place of places)
    for (const file of await readdir(place).catch(() => []))
      if (file.endsWith('.yaml') && !known.has(file.slice(0, -5))) known.set(file.slice(0, -5), join(place, file));
  const file = isFile ? name : known.get(name);
  if (file === undefined) {
    const guess = nearest(name, [...known.keys()]);
    throw new AnamnesisError('unknown-id', `there is no rubric \`${name}\``, {
      hint: guess ? `did you mean \`${guess}\`?` : 'name one of `anamnesis list rubrics`, or a file that ends in .yaml',
    });
  }
  const loaded = await readYaml(file, Rubric);
  if (Array.isArray(loaded)) throw badFiles(loaded);
  return loaded.value;
}
