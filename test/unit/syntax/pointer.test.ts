import { expect, it } from 'vitest';
import { readDocument } from '../../../server/src/core/index.ts';
import { asMap } from '../../../server/src/core/syntax/access.ts';
import { entryOf, keyOf } from '../../../server/src/core/syntax/pointer.ts';
import { nodesOf } from '../../support/plain.ts';

it.each([
  ['json', '{ "a": { "b": 1, "b": [2] }, "c": {} }'],
  ['json', '{ "a": "b": , "c" "d": { "e" } }'],
  ['yaml', 'a: { b, c: }\n? d\n: - e: &f\n    g:\n  - *f\nh: !Sub i\n'],
] as const)('the entry of a key or a value is the one that holds it, in %s: %s', (language, text) => {
  const maps = readDocument(text, language)
    .roots.flatMap(nodesOf)
    .flatMap((node) => asMap(node) ?? []);
  const entries = maps.flatMap((map) => map.entries);
  expect(entries.length).toBeGreaterThan(3);
  for (const entry of entries) {
    expect(entryOf(entry.key)).toBe(entry);
    expect(entryOf(entry.value)).toBe(entry);
    expect(keyOf(entry.key)).toBeUndefined();
    expect(keyOf(entry.value)).toBe(entry.key);
  }
});

it('is found without a look at all members of a large map', () => {
  const members = Array.from({ length: 1024 }, (_, index) => `"m${index}": {}`);
  const map = asMap(readDocument(`{ ${members.join(', ')} }`, 'json').roots[0]);
  let looks = 0;
  const entries = new Proxy(map?.entries ?? [], {
    get: (target, name, receiver) => {
      looks++;
      return Reflect.get(target, name, receiver);
    },
  });
  if (map) Object.defineProperty(map, 'entries', { value: entries });
  const found = map?.entries.map(({ value }) => keyOf(value)?.text);
  expect(found?.at(-1)).toBe('m1023');
  expect(looks).toBeLessThan(1024 * 20);
});
