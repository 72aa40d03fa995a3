// Chat completions in a process of its own, for measurements: `fork`ed, it sends the port it listens on, and takes orders.
// It says what a consultation of the bench needs, late by a set time, and counts connections.
import { appendFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AskedBody, FromEndpoint, ToEndpoint } from './protocol.ts';
import { replyTo } from './script.ts';

let latencyMs = 0;
let sockets = 0;
let calls = 0;
let bodiesFile: string | null = null;

const server = createServer(async (incoming, response) => {
  const text = await read(incoming);
  const body = JSON.parse(text) as AskedBody; // the bench's own callers wrote it
  calls++;
  if (bodiesFile !== null) appendFileSync(bodiesFile, `${text}\n`);
  const completion = JSON.stringify({
    id: `chatcmpl-${calls}`,
    object: 'chat.completion',
    created: 1_700_000_000,
    model: body.model,
    choices: [{ index: 0, logprobs: null, ...replyTo(body) }],
    usage: { prompt_tokens: Math.ceil(text.length / 4), completion_tokens: 20, total_tokens: 20 },
  });
  const answer = () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(completion) });
    response.end(completion);
  };
  if (latencyMs > 0) setTimeout(answer, latencyMs);
  else answer();
});
server.on('connection', (socket) => {
  sockets++;
  socket.setNoDelay(true);
});
server.keepAliveTimeout = 120_000;
server.listen(0, '127.0.0.1', 4096, () => {
  tell({ port: (server.address() as AddressInfo).port }); // it listens on a port, not a pipe
});

process.on('message', (order: ToEndpoint) => {
  latencyMs = order.latencyMs;
  bodiesFile = order.bodiesFile;
  tell({ sockets, calls });
});
process.on('disconnect', () => process.exit());

function tell(message: FromEndpoint): void {
  process.send?.(message);
}

async function read(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer); // no encoding is set: chunks are buffers
  return Buffer.concat(chunks).toString('utf8');
}
