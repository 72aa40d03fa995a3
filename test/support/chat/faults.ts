import { type Answer, completionOf, eventsOf, fails, replies, sendEvents, sendJson } from './answers.ts';

/** Too many requests; `headers` say when to come back, or nothing. */
export const limits = (headers: Record<string, string> = {}): Answer =>
  fails(429, 'Rate limit reached for requests', { code: 'rate_limit_exceeded', headers });

/** A page, as a proxy or a wrong address sends it, with a status that says all is well. */
export const sendsPage: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Welcome</body></html>');
};

export const sendsNoChoices: Answer = (response, { model }) =>
  sendJson(response, 200, { id: 'chatcmpl-0', object: 'chat.completion', created: 1_700_000_000, model, choices: [] });

/** JSON of another service. */
export const sendsOtherJson: Answer = (response) => sendJson(response, 200, { status: 'ok', version: '1.2.3' });

/** A failure with a status that says all is well, as some gateways send it. */
export const sendsErrorAsSuccess = (code?: number | string): Answer => {
  const error = { message: 'the provider failed', ...(code === undefined ? {} : { code }) };
  return (response, { stream }) =>
    stream ? sendEvents(response, [JSON.stringify({ error })]) : sendJson(response, 200, { error });
};

/** Bytes that are no UTF-8, in the middle of a completion that is otherwise whole. */
export const sendsInvalidUtf8: Answer = (response) => {
  const [before = '', behind = ''] = JSON.stringify({
    id: 'chatcmpl-0',
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content: 'Since |?' }, finish_reason: 'stop' }],
  }).split('|');
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(Buffer.concat([Buffer.from(before), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from(behind)]));
};

/** Never answers. */
export const hangs: Answer = () => {};

const json = { 'content-type': 'application/json' };

/** Begins its answer and never ends it. */
export const stalls: Answer = (response) => {
  response.writeHead(200, json).write('{"id": ');
};

/** Breaks the connection off. */
export const resets: Answer = (response) => {
  response.socket?.destroy();
};

/** Breaks the connection off with nothing sent but the headers. */
export const resetsAfterHeaders: Answer = (response) => {
  response.writeHead(200, { ...json, 'content-length': '500' });
  response.flushHeaders();
  setImmediate(() => response.socket?.destroy());
};

/** Breaks the connection off in the middle of its answer. */
export const resetsLate: Answer = (response) => {
  response.writeHead(200, json).write('{"id": ', () => response.socket?.destroy());
};

/** Ends its JSON in the middle. */
export const breaksOff: Answer = (response) => {
  response.writeHead(200, json).end('{"id": "chatcmpl-1", "choices": [');
};

/** A filter took the answer away. */
export const filters: Answer = replies({ text: '', finish: 'content_filter' });

/** Stopped at the limit of tokens, having thought and said nothing. */
export const thinksTooLong: Answer = replies({
  text: '',
  finish: 'length',
  usage: { input: 100, output: 64, reasoning: 64 },
});

/** A stream that tells no reason why it ended. */
export const streamsWithoutReason = (text: string): Answer =>
  streamed(text, (events) => events.filter((event) => !event.includes('"finish_reason":"stop"')));

/** A stream that ends within its words, as if that were all. */
export const streamsHalf = (text: string): Answer => streamed(text, (events) => events.slice(0, 3));

/** A stream whose connection breaks within its words. */
export const streamsAndResets =
  (text: string): Answer =>
  (response, request) => {
    sendEvents(response, eventsOf(completionOf({ text }, request), request).slice(0, 3), false);
    response.write('data: {"id"', () => response.socket?.destroy());
  };

/** A stream that begins well and then tells of a failure. */
export const streamsError = (text: string, code: number | string): Answer =>
  streamed(text, (events) => [
    ...events.slice(0, 3),
    JSON.stringify({ error: { message: 'the provider failed', code } }),
  ]);

/** A sound stream in packets of so many bytes: characters of several bytes are torn. */
export const streamsInPackets =
  (text: string, bytes: number): Answer =>
  (response, request) => {
    const events = eventsOf(completionOf({ text }, request), request);
    const all = Buffer.from(events.map((event) => `data: ${event}\n\n`).join(''));
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    for (let at = 0; at < all.length; at += bytes) response.write(all.subarray(at, at + bytes));
    response.end();
  };

function streamed(text: string, spoil: (events: string[]) => string[]): Answer {
  return (response, request) => sendEvents(response, spoil(eventsOf(completionOf({ text }, request), request)));
}
