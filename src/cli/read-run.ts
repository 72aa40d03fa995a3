import { join } from 'node:path';
import { AssessmentLine } from '../report/assessment-line.ts';
import { readLines, runFiles } from '../run/journal.ts';

/** The assessments of a run, as far as reports read them; of a consultation that was assessed twice, the last. */
export async function readAssessments(folder: string): Promise<AssessmentLine[]> {
  const lines = new Map<string, AssessmentLine>();
  for await (const line of readLines(join(folder, runFiles.assessments), AssessmentLine))
    lines.set(line.consultation, slim(line));
  return [...lines.values()];
}

/** Without the turns: a report over ten thousand consultations needs none of them. */
function slim(line: AssessmentLine): AssessmentLine {
  const { information, questioning } = line;
  return {
    ...line,
    information: information && {
      truthGainBits: information.truthGainBits,
      rank: information.rank,
      efficiency: information.efficiency,
      coverage: information.coverage,
    },
    questioning: questioning && {
      ...questioning,
      reward: questioning.reward && { ...questioning.reward, turns: [] },
    },
  };
}
