import { expect, test } from 'vitest';
import { personOf } from '../../src/report/person.ts';

test.each([
  { age: 0, sex: 'male', who: 'newborn boy' },
  { age: 0.02, sex: 'female', who: 'newborn girl' },
  { age: 1 / 12, sex: 'female', who: '1-month-old girl' },
  { age: 0.667, sex: 'male', who: '8-month-old boy' },
  { age: 2, sex: 'male', who: '2-year-old boy' },
  { age: 17.9, sex: 'female', who: '17-year-old girl' },
  { age: 18, sex: 'female', who: '18-year-old woman' },
  { age: 77, sex: 'male', who: '77-year-old man' },
] as const)('$age years, $sex: $who', ({ age, sex, who }) => {
  expect(personOf({ age, sex })).toBe(who);
});
