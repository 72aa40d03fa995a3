import { afterEach, describe, expect, test } from 'vitest';
import type { ConsultationKey } from '../../src/assessor/assessment.ts';
import { Benchmark } from '../../src/catalog/benchmark.ts';
import { doctorsFromElsewhere } from '../../src/run/elsewhere.ts';
import { hangs } from '../support/chat-endpoint.ts';
import { acts, type DoctorEndpoint, doctorEndpoint } from '../support/doctor-endpoint.ts';
import { viewOf } from '../support/doctor-view.ts';
import { catalog, knowledge } from '../support/shipped.ts';

const open: DoctorEndpoint[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

const [caseId = ''] = catalog.cases.keys();
const benchmark = (doctors: string[], more: object = {}) =>
  Benchmark.parse({
    ...{ id: 'b', title: 'B', cases: [caseId], personas: ['sanguine'], rubric: 'consultation-quality' },
    ...{ doctors, ...more },
  });
const keyOf = (doctor: string, protocol: string | null = null): ConsultationKey => ({
  ...{
    consultation: `${caseId}.${protocol}.1`,
    doctor,
    case: caseId,
    persona: 'sanguine',
    protocol,
    repeat: 1,
    rerun: 0,
  },
});
const setting = { catalog, knowledge, calls: {}, env: {} };
const turn = { view: viewOf(), call: 'act' as const, turnsLeft: 3 };
const { signal } = new AbortController();

describe('a doctor from elsewhere', () => {
  test('is told the list of diagnoses under a protocol with a closed one, and under no other', async () => {
    const endpoint = await doctorEndpoint(() => acts({ act: 'ask', text: 'Why?' }));
    open.push(endpoint);
    const spec = `http:${endpoint.url}`;
    const protocols = [
      { id: 'open', title: 'Open' },
      { id: 'closed', title: 'Closed', diagnoses: 'closed' },
    ];
    const { doctor } = await doctorsFromElsewhere({ ...setting, benchmark: benchmark([spec], { protocols }) });
    for (const protocol of ['open', 'closed']) await doctor(keyOf(spec, protocol)).act(turn, signal);
    const [first, second] = endpoint.requests;
    expect(first?.diagnoses).toBeNull();
    expect(second?.diagnoses).toHaveLength(knowledge.conditions.size);
    expect(second?.consultation).not.toBe(first?.consultation);
  });

  test('may take the time that the benchmark gives to doctors', async () => {
    const endpoint = await doctorEndpoint(() => hangs);
    open.push(endpoint);
    const models = { doctor: { timeoutMs: 30 } };
    const retries = { retries: 0, baseMs: 0, maxMs: 0, wait: async () => {} };
    for (const spec of [`http:${endpoint.url}`, 'exec:cat > /dev/null']) {
      const of = benchmark([spec], { models });
      const one = (await doctorsFromElsewhere({ ...setting, benchmark: of, retries })).doctor(keyOf(spec));
      await expect(one.act(turn, signal)).rejects.toMatchObject({
        code: 'timed-out',
        message: expect.stringContaining(`${spec} did not answer in time (limit 30 ms)`),
      });
      await one.close?.();
    }
  });

  test('is none of the others', async () => {
    const others = ['bayes', 'human', 'openai:m', 'http:http://127.0.0.1/v1/chat/completions'];
    const { has } = await doctorsFromElsewhere({ ...setting, benchmark: benchmark([...others, 'exec:true']) });
    expect([...others, 'exec:true'].filter(has)).toEqual(['exec:true']);
  });
});

test.each([
  { doctor: 'http:http://127.0.0.1:1/doctor', env: { ANAMNESIS_DOCTOR_TOKEN: 'short' } },
  { doctor: 'exec:agent --key hunter22hunter22', env: { MY_KEY: 'hunter22hunter22' } },
])('what cannot be used is found before anything starts: $doctor', async ({ doctor, env }) => {
  await expect(doctorsFromElsewhere({ ...setting, env, benchmark: benchmark([doctor]) })).rejects.toMatchObject({
    code: 'bad-call',
    message: expect.not.stringContaining('hunter22'),
  });
});
