import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { WireRequest } from '../../src/doctor/wire.ts';
import type { Answer } from './chat-endpoint.ts';

/** Answers with an act, or with anything else that JSON can say. */
export const acts = (act: unknown): Answer => answersWith(JSON.stringify(act));

/** Answers with bytes as they are. */
export function answersWith(body: string | Uint8Array, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(body);
  };
}

export interface DoctorEndpoint {
  readonly url: string;
  readonly requests: readonly WireRequest[];
  readonly headers: readonly IncomingHttpHeaders[];
  close(): Promise<void>;
}

/**
 * Somebody's own doctor behind HTTP, on 127.0.0.1: one scripted answer a request, or one that a function chooses. A
 * request beyond the script, or one that is not in the documented form, is answered with 400.
 */
export async function doctorEndpoint(
  script: readonly Answer[] | ((request: WireRequest) => Answer),
): Promise<DoctorEndpoint> {
  const requests: WireRequest[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const server = createServer(async (incoming, response) => {
    const refuse = (reason: string) => response.writeHead(400).end(reason);
    const body = await text(incoming);
    if (incoming.method !== 'POST' || incoming.url !== '/doctor') return response.writeHead(404).end('not here');
    if (incoming.headers['content-type'] !== 'application/json') return refuse('the content type must be JSON');
    const checked = WireRequest.safeParse(JSON.parse(body));
    if (!checked.success) return refuse(checked.error.message);
    const answer = typeof script === 'function' ? script(checked.data) : script[requests.length];
    requests.push(checked.data);
    headers.push(incoming.headers);
    if (!answer) return refuse('the script has ended');
    answer(response, { model: '', messages: [] });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo; // it listens on a port, not a pipe
  return {
    url: `http://127.0.0.1:${port}/doctor`,
    requests,
    headers,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
