import { vi } from 'vitest';

/** Waits until something holds. Much longer than it takes: a machine may have other things to do beside the tests. */
export async function until<T>(check: () => T): Promise<T> {
  return vi.waitFor(check, { timeout: 60_000, interval: 10 });
}

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });
