import { defineConfig } from 'vitest/config';

// One worker a core: vitest would leave one free for a watching editor, which on two cores doubles the time.
export default defineConfig({ test: { globalSetup: ['test/support/own-cache.ts'], maxWorkers: '100%' } });
