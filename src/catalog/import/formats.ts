import { importAgentClinic } from './agentclinic.ts';
import { linesOf } from './lines.ts';
import type { ImportFormat } from './outcome.ts';

/** The formats that `anamnesis import` reads, by the name it is called with. */
export const formats = {
  agentclinic: {
    expects: 'AgentClinic’s OSCE cases, one JSON object a line',
    takes: 'file',
    writes: 'files',
    read: (file) => importAgentClinic(linesOf(file)),
  },
} as const satisfies Record<string, ImportFormat>;
