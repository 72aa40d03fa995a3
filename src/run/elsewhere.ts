import type { ConsultationKey } from '../assessor/assessment.ts';
import { type Benchmark, protocolOf } from '../catalog/benchmark.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Doctor } from '../doctor/doctor.ts';
import { doctorKind } from '../doctor/doctors.ts';
import type { Line } from '../doctor/elsewhere.ts';
import { doctorToken, type Environment, parseExecSpec, parseHttpSpec } from '../doctor/elsewhere-spec.ts';
import type { Knowledge } from '../knowledge/model.ts';
import type { HttpPools } from '../models/http-pool.ts';
import type { SharedCalls } from '../models/models.ts';
import type { RetryPolicy } from '../models/retry.ts';

export interface ElsewhereSetting {
  readonly catalog: Catalog;
  readonly benchmark: Benchmark;
  readonly knowledge: Knowledge;
  readonly calls: SharedCalls;
  /** The run's connections; without them there are some of its own. */
  readonly pools?: HttpPools;
  readonly retries?: RetryPolicy;
  readonly env?: Environment;
}

/** The doctors `http:URL` and `exec:COMMAND` of a run. */
export interface DoctorsFromElsewhere {
  has(spec: string): boolean;
  doctor(key: ConsultationKey): Doctor;
}

/** What one reply may take where the benchmark does not say: agents think longer than models. */
const patienceMs = 120_000;

const ownConnections = 64;

/**
 * Makes ready the doctors from elsewhere that a benchmark names. Nothing is called or started yet; throws `bad-call` for
 * a spec or a token that cannot be used.
 */
export async function doctorsFromElsewhere(setting: ElsewhereSetting): Promise<DoctorsFromElsewhere> {
  const { catalog, benchmark, knowledge, calls, env = process.env } = setting;
  const specs = benchmark.doctors.filter((spec) => ['http', 'exec'].includes(doctorKind(spec)));
  if (specs.length === 0) return { has: () => false, doctor: notReady };
  const [{ elsewhereDoctor }, { httpLine }, { execLine }, { httpPools }, { patientRetries }, { imagesOf }] =
    await Promise.all([
      import('../doctor/elsewhere.ts'),
      import('../doctor/http.ts'),
      import('../doctor/exec.ts'),
      import('../models/http-pool.ts'),
      import('../models/retry.ts'),
      import('./model-doctors.ts'),
    ]);
  const timeoutMs = benchmark.models.doctor.timeoutMs ?? patienceMs;
  const { pools = httpPools(ownConnections), retries = patientRetries } = setting;
  const lineTo = (spec: string): (() => Line) => {
    if (doctorKind(spec) === 'exec') {
      const command = parseExecSpec(spec, env);
      return () => execLine({ spec, command, timeoutMs, env });
    }
    const { url } = parseHttpSpec(spec);
    const line = httpLine({ spec, url, token: doctorToken(env), timeoutMs, retries, pools });
    return () => line;
  };
  const lines = new Map(specs.map((spec) => [spec, lineTo(spec)]));
  const all = [...knowledge.conditions.values()].map(({ id, names }) => names[0] ?? id).sort();
  return {
    has: (spec) => lines.has(spec),
    doctor: (key) => {
      const line = lines.get(key.doctor) ?? notReady(key);
      const protocol = protocolOf(benchmark, key.protocol);
      return elsewhereDoctor({
        spec: key.doctor,
        line: line(),
        consultation: key.consultation,
        seed: benchmark.seed,
        diagnoses: protocol.diagnoses === 'closed' ? all : null,
        readImage: protocol.images === 'none' ? null : imagesOf(key.case, catalog),
        calls,
      });
    },
  };
}

function notReady({ doctor }: ConsultationKey): never {
  throw new Error(`${doctor} was not made ready`);
}
