import { defineConfig } from 'vitest/config';

// One worker a core: vitest would leave one free for a watching editor, which on two cores doubles the time.
// CI is set here too, as it is there: Ink draws nothing where it finds it, and a screen must show all the same.
export default defineConfig({
  test: { globalSetup: ['test/support/own-cache.ts'], maxWorkers: '100%', env: { CI: 'true' } },
});
