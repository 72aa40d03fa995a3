/** A signal for one attempt: aborted by somebody else, or by the time. Only its maker knows which it was. */
export interface Deadline {
  readonly signal: AbortSignal;
  readonly isPast: () => boolean;
  /** Ends the waiting; without it the timer would hold the program. */
  clear(): void;
}

/** One controller and one timer: `AbortSignal.any` with `AbortSignal.timeout` costs several times as much a call. */
export function deadline(stop: AbortSignal, ms: number): Deadline {
  const controller = new AbortController();
  let isPast = false;
  const timer = setTimeout(() => {
    isPast = true;
    controller.abort(new DOMException(`no reply within ${ms} ms`, 'TimeoutError'));
  }, ms);
  const onStop = () => controller.abort(stop.reason);
  if (stop.aborted) onStop();
  else stop.addEventListener('abort', onStop, { once: true });
  return {
    signal: controller.signal,
    isPast: () => isPast,
    clear: () => {
      clearTimeout(timer);
      stop.removeEventListener('abort', onStop);
    },
  };
}
