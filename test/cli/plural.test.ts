import { expect, it } from 'vitest';
import { counted } from '../../server/src/cli/plural.ts';

it.each([
  [0, '0 files'],
  [1, '1 file'],
  [2, '2 files'],
  [999, '999 files'],
  [1000, '1,000 files'],
  [1234567, '1,234,567 files'],
])('%i is %s', (count, text) => {
  expect(counted(count, 'file')).toBe(text);
});
