import { describe, expect, it } from 'vitest';
import { endOf, type Language, pointerIn, readDocument, startOf } from '../../../server/src/core/index.ts';
import { shownSpan } from '../../../server/src/core/syntax/shown.ts';
import { nodesOf } from '../../support/plain.ts';

/** What is underlined for the value at a pointer. */
function shown(text: string, pointer: string, language: Language = 'yaml'): string {
  const document = readDocument(text, language);
  const node = document.roots.flatMap(nodesOf).findLast((other) => pointerIn(document, other) === pointer);
  if (!node) throw new Error(`nothing at ${pointer}`);
  const span = shownSpan(node);
  return text.slice(startOf(span), endOf(span));
}

describe('what is underlined', () => {
  it.each([
    ['a scalar itself', 'a: "x"\n', '/a', '"x"'],
    ['the key of a value that is not written', 'a:\n', '/a', 'a'],
    ['an alias itself', 'a: &x 1\nb: *x\n', '/b', '*x'],
    ['the key of a map', 'a:\n  b: 1\n', '/a', 'a'],
    ['the key of a list', 'a: [1]\n', '/a', 'a'],
    ['the first key of an item', 'a:\n  - b: 1\n    c: 2\n', '/a/0', 'b'],
    ['the first key of the root', 'a: 1\nb: 2\n', '', 'a'],
    ['a short tag with its scalar', 'a: !Ref X\n', '/a', '!Ref X'],
    ['a short tag alone before a list', 'a: !If\n  - b\n', '/a', '!If'],
    ['an empty flow item', 'a: [{}, []]\n', '/a/0', '{}'],
  ])('is %s', (_, text, pointer, expected) => {
    expect(shown(text, pointer)).toBe(expected);
  });

  it('is the same in JSON', () => {
    expect(shown('{"a": {"b": [1]}}', '/a', 'json')).toBe('"a"');
    expect(shown('{"a": [{"b": 1}]}', '/a/0', 'json')).toBe('"b"');
    expect(shown('{"a": }', '/a', 'json')).toBe('"a"');
  });
});
