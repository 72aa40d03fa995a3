import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ConsultationKey } from '../assessor/assessment.ts';
import { AnamnesisError } from '../base/error.ts';
import { packageRoot } from '../base/package-root.ts';
import { type Benchmark, protocolOf, protocolsOf } from '../catalog/benchmark.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { imageTypeOf } from '../catalog/image-type.ts';
import { agentDoctor, mustSuitAgents } from '../doctor/agent.ts';
import type { ReadImage } from '../doctor/conversation.ts';
import type { Doctor } from '../doctor/doctor.ts';
import { agentModel, doctorKind } from '../doctor/doctors.ts';
import { modelDoctor } from '../doctor/model.ts';
import { type AgentPrompts, type DoctorPrompts, readAgentPrompts, readDoctorPrompts } from '../doctor/prompts.ts';
import { diagnosisReaderOf } from '../language/diagnosis.ts';
import type { ChatImage } from '../models/model.ts';
import { promptFolders } from '../models/prompt.ts';
import type { CastSetting } from './cast-setting.ts';
import { drawOf } from './draws.ts';
import { type HintsUsed, readHints } from './hints.ts';
import { planOf } from './plan.ts';

/** The models that play the doctor in a run. */
export interface ModelDoctors {
  doctor(key: ConsultationKey): Doctor;
  readonly prompts: DoctorPrompts & Partial<AgentPrompts>;
  readonly hints: HintsUsed | null;
}

/** Makes ready the models that a benchmark names as doctors, alone or as agents, and whatever its protocols show them. */
export async function modelDoctors(setting: CastSetting): Promise<ModelDoctors> {
  const { benchmark, catalog, knowledge, lexicon } = setting;
  mustVary(benchmark);
  const specs = benchmark.doctors.filter((spec) => ['model', 'agent'].includes(doctorKind(spec)));
  const agents = specs.filter((spec) => agentModel(spec) !== null);
  for (const spec of agents) mustSuitAgents(benchmark, spec);
  const ready = async (spec: string) => [spec, await setting.models.model('doctor', agentModel(spec) ?? spec)] as const;
  const models = new Map(await Promise.all(specs.map(ready)));
  const folders = await promptFolders(join(packageRoot(), 'prompts'), setting.prompts);
  const prompts = await readDoctorPrompts(folders);
  const agentPrompts = agents.length > 0 ? await readAgentPrompts(folders) : null;
  const hints = await hintsFor(setting);
  const all = [...knowledge.conditions.values()].map(({ id, names }) => names[0] ?? id).sort();
  const reader = diagnosisReaderOf(knowledge.conditions, lexicon.otherDiagnoses);
  return {
    prompts: { ...prompts, ...agentPrompts },
    hints: hints && { hash: hints.hash, simulated: hints.simulated, file: hints.file },
    doctor: (key) => {
      const model = models.get(key.doctor);
      if (!model) throw new Error(`${key.doctor} was not made ready`);
      const protocol = protocolOf(benchmark, key.protocol);
      const options = {
        model,
        consultation: key.consultation,
        protocol,
        diagnoses: protocol.diagnoses === 'closed' ? all : null,
        hints: protocol.hints ? (hints?.byCase.get(key.case) ?? []) : null,
        prompts,
        seed: benchmark.models.doctor.seed === false ? null : benchmark.seed,
        draw: drawOf(key),
        readImage: protocol.images === 'none' ? null : imagesOf(key.case, catalog),
      };
      if (agentPrompts && agentModel(key.doctor) !== null)
        return agentDoctor({ ...options, prompts: { ...prompts, ...agentPrompts }, calls: setting.calls });
      const nameOf = (diagnosis: string) => reader.read(diagnosis).condition ?? diagnosis.toLowerCase().trim();
      return modelDoctor({ ...options, nameOf, onWords: setting.onWords });
    },
  };
}

/** Several votes of a model that always says the same are one. */
function mustVary(benchmark: Benchmark): void {
  const votes = protocolsOf(benchmark).some(({ protocol }) => protocol.votes > 1);
  if (votes && benchmark.models.doctor.temperature === undefined)
    throw new AnamnesisError('bad-call', 'votes need a model that varies, and no temperature is given', {
      hint: 'set `models: {doctor: {temperature: 0.7}}` in the benchmark',
    });
}

async function hintsFor({ benchmark, catalog, hints }: CastSetting) {
  const isShown = protocolsOf(benchmark).some(({ protocol }) => protocol.hints);
  if (!isShown) {
    if (hints === undefined) return null;
    throw new AnamnesisError('bad-call', 'no protocol of this benchmark shows hints', {
      hint: 'set `protocol: {hints: true}` in the benchmark, or leave --hints out',
    });
  }
  const { consultations } = planOf(benchmark, catalog);
  return readHints(hints, [...new Set(consultations.map((consultation) => consultation.case))]);
}

/** Reads a case's pictures, each once for a consultation. */
export function imagesOf(caseId: string, { places }: Catalog): ReadImage {
  const place = places.cases.get(caseId);
  if (!place) throw new Error(`case ${caseId} has no file`);
  const read = new Map<string, Promise<ChatImage>>();
  return (file) => {
    const image = read.get(file) ?? readImage(resolve(dirname(place.file), file));
    read.set(file, image);
    return image;
  };
}

async function readImage(path: string): Promise<ChatImage> {
  const bytes = await readFile(path);
  const type = await imageTypeOf(bytes);
  if (!type) throw new AnamnesisError('bad-file', `${path} is no picture`, { at: path });
  return { mediaType: type.mime, base64: bytes.toString('base64') };
}
