import { expect, it } from 'vitest';
import { startsLine } from '../../../server/src/core/syntax/edit/page.ts';

it.each([
  ['', 0, true],
  ['a', 0, true],
  ['a', 1, false],
  ['\uFEFF a', 2, true],
  ['a\n', 2, true],
  ['a\r\n \tb', 5, true],
  ['a\nb c', 4, false],
  ['a\n\n', 2, true],
  ['\n', 0, true],
])('of %j, what stands at %i begins its line: %s', (text, at, expected) => {
  expect(startsLine(text, at)).toBe(expected);
});

it('of a long line no more is looked at than the white space before an offset', () => {
  const line = `${'x'.repeat(1000)}  y`;
  let looks = 0;
  const watched = new Proxy([...line], {
    get: (units, name) => {
      looks++;
      return Reflect.get(units, name);
    },
  });
  expect(startsLine(watched as unknown as string, 1002)).toBe(false);
  expect(looks).toBeLessThan(12);
});
