import { expect, test } from 'vitest';
import { asCalled } from '../../src/cli/called.ts';

test('a command is said as it can be called again', () => {
  const hint = 'go on with: anamnesis run --resume r';
  expect(asCalled(hint, 'exec')).toBe('go on with: npx anamnesis run --resume r');
  expect(asCalled(hint, 'start')).toBe('go on with: npx anamnesis run --resume r');
  // Installed, and in a script of a package that has us.
  expect(asCalled(hint, undefined)).toBe(hint);
  expect(asCalled(hint, 'run-script')).toBe(hint);
});

test('what is called so already, and the name alone, stay', () => {
  expect(asCalled('npx anamnesis list; this is a fault in anamnesis; please', 'exec')).toBe(
    'npx anamnesis list; this is a fault in anamnesis; please',
  );
});
