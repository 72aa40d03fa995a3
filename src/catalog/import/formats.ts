import { importAgentClinic } from './agentclinic.ts';
import { importDdxPlus } from './ddxplus/ddxplus.ts';
import { importHealthBench } from './healthbench.ts';
import { linesOf } from './lines.ts';
import { importMediq } from './mediq.ts';
import type { ImportFormat } from './outcome.ts';
import { import3mdBench } from './three-md-bench.ts';

/** The formats that `anamnesis import` reads, by the name it is called with. */
export const formats = {
  '3mdbench': {
    expects: '3MDBench’s rows: Parquet, JSON lines or a JSON array',
    takes: 'file',
    writes: 'files',
    read: import3mdBench,
  },
  agentclinic: {
    expects: 'AgentClinic’s OSCE cases, one JSON object a line',
    takes: 'file',
    writes: 'files',
    read: (file) => importAgentClinic(linesOf(file)),
  },
  'craft-md': {
    expects: 'the CRAFT-MD cases as mediQ publishes them, one JSON object a line',
    takes: 'file',
    writes: 'files',
    read: (file) => importMediq(linesOf(file), { idPrefix: 'craft-md', title: 'CRAFT-MD in mediQ' }),
  },
  ddxplus: {
    expects: 'DDXPlus: release_evidences.json, release_conditions.json and the patients’ CSV files, unpacked',
    takes: 'folder',
    writes: 'library',
    read: importDdxPlus,
  },
  healthbench: {
    expects: 'HealthBench’s examples with their rubrics, one JSON object a line',
    takes: 'file',
    writes: 'files',
    read: (file) => importHealthBench(linesOf(file)),
  },
  mediq: {
    expects: 'mediQ’s cases, one JSON object a line',
    takes: 'file',
    writes: 'files',
    read: (file) => importMediq(linesOf(file), { idPrefix: 'mediq', title: 'mediQ' }),
  },
} as const satisfies Record<string, ImportFormat>;
