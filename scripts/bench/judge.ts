// `npm run bench:judge`: what a judge reads and how often it is called, a criterion or a dimension at a time. Nobody is
// asked: a stand-in answers every call, and tokens are taken to be a quarter of the bytes. docs/models.md has the figures.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJudge } from '../../src/assessor/judge.ts';
import { readJudgePrompts } from '../../src/assessor/judge-prompts.ts';
import { createJudging } from '../../src/assessor/judging.ts';
import { systemClock } from '../../src/base/clock.ts';
import { packageRoot } from '../../src/base/package-root.ts';
import { Benchmark } from '../../src/catalog/benchmark.ts';
import { byId, openCatalog } from '../../src/catalog/catalog.ts';
import { JudgeSettings } from '../../src/catalog/model-settings.ts';
import type { ConsultationEvent } from '../../src/events/event.ts';
import type { ChatModel } from '../../src/models/model.ts';
import { conduct } from '../../src/run/conduct.ts';
import { beginRun, prepare } from '../../src/run/session.ts';

const catalog = await openCatalog();
const folder = mkdtempSync(join(tmpdir(), 'anamnesis-judge-'));
const histories = new Map<string, readonly ConsultationEvent[]>();
const benchmark = Benchmark.parse({
  id: 'judged',
  title: 'Judged',
  cases: { perCondition: 1 },
  personas: ['melancholic'],
  doctors: ['checklist'],
  rubric: 'communication',
});
const session = await prepare(benchmark, catalog);
const run = await beginRun(session, { out: join(folder, 'run'), libraries: [], clock: systemClock });
await conduct({
  ...{ ...session, run: run.id, folder: run.folder, clock: systemClock, concurrency: 4 },
  onBegin: ({ history }) => void histories.set(String(histories.size), history),
}).outcome;
rmSync(folder, { recursive: true });

const prompts = await readJudgePrompts([join(packageRoot(), 'prompts')]);
for (const rubricId of ['communication', 'consultation-quality'])
  for (const calls of ['criterion', 'dimension'] as const) {
    let bytes = 0;
    let asked = 0;
    const model: ChatModel = {
      spec: 'stand-in',
      settings: {},
      reply: async ({ messages }) => {
        asked++;
        bytes += messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
        const ids = [...(messages[0]?.content ?? '').matchAll(/^- ([\w.-]+):|"id": "([\w.-]+)"/gm)];
        const criteria = ids.map(([, listed, single]) => ({ id: listed ?? single, reason: 'none', met: false }));
        const text = JSON.stringify(calls === 'criterion' ? criteria.at(-1) : { criteria });
        return { text, toolCalls: [], usage: null };
      },
    };
    const settings = JudgeSettings.parse({ calls, grades: 'all' });
    const judge = createJudge({ model, prompts, settings, seed: 1 });
    const rubrics = [byId('rubric', catalog.rubrics, rubricId)];
    const judging = createJudging({ judge, rubrics, conditions: catalog.conditions });
    for (const [index, history] of [...histories.values()].entries()) {
      const { case: caseId = '' } = session.plan.consultations[index] ?? {};
      await judging(String(index), history, byId('case', catalog.cases, caseId), new AbortController().signal);
    }
    const each = (count: number) => (count / histories.size).toFixed(1);
    process.stdout.write(
      `${rubricId}, a call a ${calls}: ${each(asked)} calls and ${each(bytes / 4)} input tokens a consultation (${histories.size} consultations)\n`,
    );
  }
