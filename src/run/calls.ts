import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AnamnesisError } from '../base/error.ts';
import { Call, type CallRecord } from '../models/call.ts';
import type { CallKey } from '../models/model.ts';
import { costCounter, type RunCost } from '../models/run-cost.ts';
import { createLineWriter, type LineWriter, readLines, repairTornLine, runFiles } from './journal.ts';

/** Keeps what models answered in calls.jsonl, so that no answer is paid for twice. */
export interface CallKeeper extends CallRecord {
  /**
   * Says in which folder to keep; reads what is kept there already.
   *
   * @param before folder of a finished run, whose judge's replies answer the same words again; nothing is written there
   */
  open(folder: string, more?: { readonly before?: string | undefined }): Promise<void>;
  /** What all calls in the folder took, those of an earlier part of the run among them. */
  cost(): RunCost;
  close(): Promise<void>;
}

export function createCallKeeper(): CallKeeper {
  const kept = new Map<string, Call>();
  const earlier = new Map<string, Call>();
  let file: string | null = null;
  let writer: LineWriter | null = null;
  const { count, cost } = costCounter();
  return {
    open: async (folder, { before } = {}) => {
      if (before !== undefined)
        for await (const call of readLines(join(before, runFiles.calls), Call))
          if (call.role === 'assessor') earlier.set(nameOf(call), call);
      file = join(folder, runFiles.calls);
      if (!(await stat(file).catch(() => null))) return;
      await repairTornLine(file);
      for await (const call of readLines(file, Call)) {
        kept.set(nameOf(call), call);
        count(call);
      }
    },
    cost,
    record: async (call) => {
      if (file === null) throw new Error('a call was answered before its run had a folder');
      writer ??= createLineWriter(file);
      writer.write(call);
      count(call);
      await writer.drained();
    },
    recall: (key, request) => {
      const call = kept.get(nameOf(key));
      if (call === undefined) {
        const answered = earlier.get(nameOf(key));
        return answered?.request === request ? answered : undefined;
      }
      // The same place in the consultation, but other words: what was answered then answers nothing now.
      if (call.request === request) return call;
      throw new AnamnesisError('journal-damaged', `the recorded call ${nameOf(key)} was made with other words`, {
        hint: 'prompts, model settings or the library changed since; start the run anew',
      });
    },
    has: (key) => (kept.get(nameOf(key))?.reply ?? null) !== null,
    close: async () => {
      await writer?.close();
      writer = null;
    },
  };
}

function nameOf({ consultation, turn, role, step, attempt }: CallKey): string {
  return [consultation, turn, role, step, attempt].join(' ');
}
