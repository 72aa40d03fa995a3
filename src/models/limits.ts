import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatModel } from './model.ts';
import { stopped } from './stopped.ts';
import { inputTokenGuess } from './token-bound.ts';

/** What an endpoint takes in any 60 seconds; what is left out has no limit. */
export interface Rate {
  readonly requestsPerMinute?: number | undefined;
  readonly tokensPerMinute?: number | undefined;
}

/** Tells and passes the time. A test gives one that passes at once. */
export interface Time {
  /** Milliseconds since some moment; never goes back. */
  now(): number;
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

const realTime: Time = {
  now: () => performance.now(),
  wait: (ms, signal) => sleep(ms, undefined, { signal }),
};

const minuteMs = 60_000;

/** Lets calls of one endpoint through, no more than its rate allows. */
export interface Limiter {
  /**
   * Resolves when a call of about so many tokens may be made, first come first served. A call larger than the whole
   * rate is let through alone. What is aborted while waiting rejects with the signal's reason.
   *
   * @returns takes the tokens that the call did use; without it the guess stands
   */
  admit(tokens: number, signal: AbortSignal): Promise<(used: number) => void>;
  /** Takes a further rate for the same endpoint: the stricter holds. */
  tighten(rate: Rate): void;
}

/** A call that was let through less than a minute ago. */
interface Recent {
  readonly at: number;
  tokens: number;
}

interface Waiting {
  readonly tokens: number;
  readonly admit: (call: Recent) => void;
}

/** A sliding window: in any 60 seconds no more than the rate, also where a minute ends and the next begins. */
export function createLimiter(rate: Rate = {}, time: Time = realTime): Limiter {
  let requests = rate.requestsPerMinute ?? Number.POSITIVE_INFINITY;
  let tokens = rate.tokensPerMinute ?? Number.POSITIVE_INFINITY;
  let recent: Recent[] = []; // oldest first
  let waiting: Waiting[] = [];
  let isWatching = false;
  let wake = new AbortController();

  /** Milliseconds until a call of so many tokens fits; 0 where it does now. */
  const pauseFor = (wanted: number): number => {
    const now = time.now();
    const kept = recent.findIndex(({ at }) => now - at < minuteMs);
    recent = kept < 0 ? [] : kept === 0 ? recent : recent.slice(kept);
    let calls = recent.length;
    let used = recent.reduce((sum, call) => sum + call.tokens, 0);
    let pause = 0;
    for (const call of recent) {
      if (calls < requests && used + wanted <= tokens) break;
      calls--;
      used -= call.tokens;
      pause = call.at + minuteMs - now;
    }
    return pause;
  };

  const watch = async () => {
    if (isWatching) return;
    isWatching = true;
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      const pause = pauseFor(next.tokens);
      if (pause > 0) {
        wake = new AbortController();
        await time.wait(Math.ceil(pause), wake.signal).catch(() => {}); // woken: something has changed
        continue;
      }
      const call = { at: time.now(), tokens: next.tokens };
      recent.push(call);
      waiting = waiting.slice(1);
      next.admit(call);
    }
    isWatching = false;
  };

  return {
    tighten: ({ requestsPerMinute = requests, tokensPerMinute = tokens }) => {
      requests = Math.min(requests, requestsPerMinute);
      tokens = Math.min(tokens, tokensPerMinute);
    },
    admit: (guess, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        if (requests === Number.POSITIVE_INFINITY && tokens === Number.POSITIVE_INFINITY) return resolve(() => {});
        const onAbort = () => {
          waiting = waiting.filter((other) => other !== entry);
          reject(signal.reason);
          wake.abort();
        };
        const entry: Waiting = {
          tokens: guess,
          admit: (call) => {
            signal.removeEventListener('abort', onAbort);
            resolve((used) => {
              const isFreed = used < call.tokens;
              call.tokens = used;
              if (isFreed) wake.abort();
            });
          },
        };
        signal.addEventListener('abort', onAbort, { once: true });
        waiting.push(entry);
        void watch();
      }),
  };
}

/** The limiters of a run: one an endpoint, whoever calls it. */
export interface Limits {
  /** The limiter of the endpoint at an address. Where several rates are named for one, the strictest holds. */
  of(baseUrl: string, rate: Rate): Limiter;
}

export function createLimits(time: Time = realTime): Limits {
  const limiters = new Map<string, Limiter>();
  return {
    of: (baseUrl, rate) => {
      const { origin } = new URL(baseUrl);
      const limiter = limiters.get(origin) ?? createLimiter({}, time);
      limiters.set(origin, limiter);
      limiter.tighten(rate);
      return limiter;
    },
  };
}

/** Tokens that a reply is taken to have where nothing limits it, until one was seen. */
const firstReply = 1000;

/** The model at its endpoint's pace. Tokens are guessed before a call, and counted as they were used after it. */
export function limited(model: ChatModel, limiter: Limiter, maxTokens: number | null): ChatModel {
  let largest: number | null = null;
  const { spec, settings } = model;
  return {
    spec,
    settings,
    async reply(request, signal) {
      const guess = inputTokenGuess(request) + (maxTokens ?? largest ?? firstReply);
      const settle = await limiter.admit(guess, signal).catch((error) => {
        throw signal.aborted ? stopped(signal.reason, spec) : error;
      });
      const reply = await model.reply(request, signal);
      if (reply.usage !== null) {
        largest = Math.max(largest ?? 0, reply.usage.outputTokens);
        settle(reply.usage.inputTokens + reply.usage.outputTokens);
      }
      return reply;
    },
  };
}
