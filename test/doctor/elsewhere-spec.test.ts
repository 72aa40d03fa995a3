import { expect, test } from 'vitest';
import { doctorKind } from '../../src/doctor/doctors.ts';
import { doctorToken, parseExecSpec, parseHttpSpec, secretsIn } from '../../src/doctor/elsewhere-spec.ts';

test.each([
  { spec: 'http:http://127.0.0.1:8077/doctor', url: 'http://127.0.0.1:8077/doctor', speaks: 'acts' },
  { spec: 'http:https://agent.example', url: 'https://agent.example/', speaks: 'acts' },
  { spec: 'http:http://127.0.0.1:8077/v1/chat/completions', url: expect.any(String), speaks: 'chat' },
  { spec: 'http:http://127.0.0.1:8077/chat/completions/', url: expect.any(String), speaks: 'chat' },
  { spec: 'http:http://127.0.0.1/chat/completions/more', url: expect.any(String), speaks: 'acts' },
])('$spec speaks $speaks', ({ spec, url, speaks }) => {
  const read = parseHttpSpec(spec);
  expect({ url: read.url.href, speaks: read.speaks }).toEqual({ url, speaks });
});

test.each([
  'http:',
  'http:localhost:8077',
  'http://127.0.0.1:8077/doctor',
  'https://agent.example',
  'http:ftp://agent.example',
  'http:http://',
  'http:http://me:hunter22@agent.example/doctor',
  'http:http://hunter22@agent.example/doctor',
  'http:https://agent.example/doctor?key=hunter22',
  'http:https://agent.example/doctor#hunter22',
])('%s is refused, with the form that would do, and without what may be a secret', (spec) => {
  const read = () => doctorKind(spec);
  expect(read).toThrow(expect.objectContaining({ code: 'bad-call', hint: expect.stringMatching(/http:URL|token/) }));
  expect(read).not.toThrow(expect.objectContaining({ message: expect.stringContaining('hunter22') }));
});

test('a command is taken as it is', () => {
  expect(parseExecSpec('exec: python3 "my doctor.py" --x | tee log ')).toBe('python3 "my doctor.py" --x | tee log');
});

test.each(['exec:', 'exec:  ', 'exec:a\0b'])('%j is no command', (spec) => {
  expect(() => doctorKind(spec)).toThrow(expect.objectContaining({ code: 'bad-call' }));
});

test.each([
  { spec: 'exec:agent --key sk-abcdef123456', env: {} },
  { spec: 'exec:MY_KEY=hunter22hunter22 agent', env: { MY_KEY: 'hunter22hunter22' } },
])('a command with a key in it is refused, and the key is not repeated: $spec', ({ spec, env }) => {
  const read = () => parseExecSpec(spec, env);
  expect(read).toThrow(expect.objectContaining({ code: 'bad-call', message: expect.not.stringContaining('hunter22') }));
});

test('the token is read from the environment alone, and only one that can be sent and kept apart from words', () => {
  expect(doctorToken({})).toBeNull();
  expect(doctorToken({ ANAMNESIS_DOCTOR_TOKEN: ' ' })).toBeNull();
  expect(doctorToken({ ANAMNESIS_DOCTOR_TOKEN: ' abc.DEF-123 ' })).toBe('abc.DEF-123');
  for (const token of ['blood', 'two words here', 'ümlaut-token', 'line\nbreak1'])
    expect(() => doctorToken({ ANAMNESIS_DOCTOR_TOKEN: token })).toThrow(
      expect.objectContaining({ code: 'bad-call', message: expect.not.stringContaining(token) }),
    );
});

test('what is secret in an environment is told by the names of its variables', () => {
  const env = {
    OPENAI_API_KEY: 'key-of-openai',
    MY_TOKEN: 'my-own-token',
    DB_PASSWORD: 'short',
    HOME: '/home/somebody',
  };
  expect(secretsIn(env)).toEqual(['key-of-openai', 'my-own-token']);
});
