/**
 * A small doctor of one's own, with Node's standard library alone.
 *
 * As a process:   npx tsx doctor.ts               one JSON request a line in, one JSON act a line out
 * Behind HTTP:    npx tsx doctor.ts --serve 8077  the same, posted to http://127.0.0.1:8077/doctor
 *
 * (Node 22.18 and later run it without tsx: `node doctor.ts`.) It asks a fixed set of questions and concludes by words
 * it has heard. Put something better into decide(). The form of requests and acts is in docs/doctors.md.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

interface Request {
  readonly call: 'act' | 'conclude' | 'explain';
  readonly conversation: readonly { readonly speaker: 'patient' | 'doctor' | 'clinic'; readonly text: string }[];
  /** A closed list, or null where any diagnosis can be right. */
  readonly diagnoses: readonly string[] | null;
}

interface Ranked {
  readonly diagnosis: string;
  readonly probability: number;
}

type Act =
  | { readonly act: 'ask' | 'examine' | 'order'; readonly text: string }
  | (Ranked & {
      readonly act: 'conclude';
      readonly differential: readonly Ranked[];
      readonly reasoning: string;
      readonly plan: string;
      readonly safetyNet: string;
    });

const interview: readonly Act[] = [
  { act: 'ask', text: 'When did it start, and has it changed since?' },
  { act: 'ask', text: 'Have you had a fever, or do you feel ill all over?' },
  { act: 'ask', text: 'What makes it better or worse?' },
  { act: 'ask', text: 'Have you had this before, and do you have any other illness?' },
  { act: 'ask', text: 'Are you taking any medicines?' },
  { act: 'examine', text: 'temperature, pulse and blood pressure' },
];

// Words that speak for a diagnosis, for this example alone: no medical knowledge to rely on.
const hints: Readonly<Record<string, readonly string[]>> = {
  migraine: ['head', 'throbbing', 'light', 'vomit', 'one side'],
  'tension-type headache': ['head', 'band', 'pressing', 'stress', 'neck'],
  tonsillitis: ['throat', 'swallow', 'tonsil', 'fever'],
  influenza: ['fever', 'ache', 'shiver', 'cough', 'flu'],
  pneumonia: ['cough', 'breath', 'phlegm', 'fever', 'chest'],
  asthma: ['wheez', 'breath', 'tight', 'night'],
  'acute coronary syndrome': ['chest', 'arm', 'jaw', 'sweat', 'pressure'],
  gastroenteritis: ['diarrh', 'vomit', 'stomach', 'cramp'],
  'urinary tract infection': ['burn', 'pass water', 'bladder', 'pee'],
  'atopic dermatitis': ['itch', 'skin', 'dry', 'rash'],
};

/** The next act, from the request alone: it holds the whole conversation, so nothing has to be remembered. */
function decide(request: Request): Act {
  if (request.call === 'explain')
    return { act: 'ask', text: 'I understand that this worries you. We will look at it again together.' };
  const asked = request.conversation.filter(({ speaker }) => speaker === 'doctor').length;
  return (request.call === 'act' ? interview[asked] : undefined) ?? conclude(request);
}

function conclude({ conversation, diagnoses }: Request): Act {
  const heard = conversation.filter(({ speaker }) => speaker !== 'doctor').map((line) => line.text.toLowerCase());
  const said = heard
    .join(' ')
    .split(/(?<=[.!?])\s/)
    .filter((sentence) => !/^(?:no|not|never|i don't)\b/.test(sentence))
    .join(' ');
  const allowed = Object.entries(hints).filter(([name]) => diagnoses === null || diagnoses.includes(name));
  const weighed = allowed.map(([name, words]) => ({ name, found: words.filter((word) => said.includes(word)) }));
  const total = weighed.reduce((sum, { found }) => sum + 1 + found.length, 0);
  const ranked = weighed
    .sort((a, b) => b.found.length - a.found.length)
    .slice(0, 4)
    .map(({ name, found }) => ({ diagnosis: name, probability: (1 + found.length) / total }));
  const [first = { diagnosis: diagnoses?.[0] ?? 'unclear', probability: 1 }, ...differential] = ranked;
  return {
    act: 'conclude',
    ...first,
    differential,
    reasoning: `The patient spoke of: ${weighed[0]?.found.join(', ') || 'nothing in particular'}.`,
    plan: 'Rest, fluids and something for the pain; we look again in a few days.',
    safetyNet: 'Please come back at once if it gets worse or something new appears.',
  };
}

function answer(request: string): string {
  return JSON.stringify({ v: 1, ...decide(JSON.parse(request)) });
}

function serve(port: number): void {
  const token = process.env.ANAMNESIS_DOCTOR_TOKEN;
  const server = createServer(async (incoming, response) => {
    const reply = (status: number, body: string) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    const body = await text(incoming);
    if (incoming.url !== '/doctor' || incoming.method !== 'POST') return reply(404, '{"error": "post to /doctor"}');
    if (token && incoming.headers.authorization !== `Bearer ${token}`) return reply(401, '{"error": "wrong token"}');
    try {
      reply(200, answer(body));
    } catch (error) {
      reply(400, JSON.stringify({ error: `no request this doctor understands: ${error}` }));
    }
  });
  server.listen(port, '127.0.0.1', () => {
    const { port: taken } = server.address() as AddressInfo; // it listens on a port, not a pipe
    console.log(`listening on http://127.0.0.1:${taken}/doctor`);
  });
}

if (process.argv[2] === '--serve') serve(Number(process.argv[3]));
else for await (const line of createInterface({ input: process.stdin })) process.stdout.write(`${answer(line)}\n`);
