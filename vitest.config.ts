import { defineConfig } from 'vitest/config';

/** Tests of screens as a terminal gets them: Ink looks for `CI` once, as it is loaded, and each file loads it anew. */
const onScreens = ['test/cli/consult.test.ts', 'test/cli/watch.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['test/support/own-folders.ts'],
    // One worker a core: vitest would leave one free for a watching editor, which on two cores doubles the time.
    maxWorkers: '100%',
    // The slowest takes 4 s alone; a machine that does something else besides may take its time.
    testTimeout: 90_000,
    projects: [
      {
        extends: true,
        // One loaded program for all: half of the time would go into loading it and the library anew for each file.
        test: {
          name: 'shared',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: onScreens,
          isolate: false,
          env: { CI: 'false', npm_command: '' },
        },
      },
      {
        extends: true,
        // CI is set, as it is there: Ink draws nothing where it finds it, and a screen must show all the same.
        test: { name: 'screens', include: onScreens, env: { CI: 'true', npm_command: '' } },
      },
    ],
  },
});
