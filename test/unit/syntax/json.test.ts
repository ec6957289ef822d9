import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOf, pointerIn, readDocument, startOf } from '../../../server/src/core/index.ts';
import type { Node } from '../../../server/src/core/syntax/node.ts';
import { scalarType } from '../../../server/src/core/syntax/scalar.ts';
import { nodesOf } from '../../support/plain.ts';

const read = (text: string) => readDocument(text, 'json');

describe('JSON', () => {
  it('is read to what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        expect(plainOf(read(text).roots[0])).toEqual(JSON.parse(text));
      }),
    );
  });

  it('has spans that hold quotes and brackets', () => {
    const text = '\uFEFF{ "a": [1, "x\\n"], /* c */ "b": { "c": null, }, }';
    const document = read(text);
    const slices = document.roots.flatMap(nodesOf).map((node) => text.slice(startOf(node), endOf(node)));
    expect(slices).toEqual([
      text.slice(1),
      '"a"',
      '[1, "x\\n"]',
      '1',
      '"x\\n"',
      '"b"',
      '{ "c": null, }',
      '"c"',
      'null',
    ]);
    expect(document.sections[0]?.errors).toEqual([]);
  });

  it('survives any prefix, with spans inside the text', () => {
    const text = JSON.stringify({ Resources: { A: { Type: 'AWS::S3::Bucket', X: [1, { a: 'b' }] }, B: { c: true } } });
    for (let length = 0; length <= text.length; length++) expectSpansWithin(text.slice(0, length));
    const printed = JSON.stringify(JSON.parse(text), undefined, 2);
    for (let length = 0; length <= printed.length; length++) expectSpansWithin(printed.slice(0, length));
  });

  it.each([
    ['a missing value', '{ "a": , "b": 1 }', { a: null, b: 1 }],
    ['a missing value at the end of a line', '{ "a":\n "b": 1 }', { a: null, b: 1 }],
    ['a missing colon', '{ "a" "b": 1 }', { a: null, b: 1 }],
    ['a missing comma', '{ "a": 1 "b": 2 }', { a: 1, b: 2 }],
    ['a missing bracket', '{ "a": [1, 2, "b": 2 }', { a: [1, 2, 'b', 2] }],
    ['a bare word', '{ "a": AES256, "b": 1 }', { a: 'AES256', b: 1 }],
    ['an open string', '{ "a": "x\n, "b": 1 }', { a: 'x', b: 1 }],
    ['an open document', '{ "a": { "b": [true', { a: { b: [true] } }],
    ['more than one value', '{ "a": 1 } { "b": 2 }', { a: 1 }],
  ])('makes the best of %s', (_, text, expected) => {
    const document = read(text);
    expect(plainOf(document.roots[0])).toEqual(expected);
    expect(document.sections[0]?.errors).not.toEqual([]);
  });

  it('takes any depth', () => {
    const deep = '['.repeat(100_000);
    expect(read(deep).sections[0]?.errors[0]?.message).toBe('Nested too deeply');
    expect(read(`${deep}${']'.repeat(100_000)}`).roots).toHaveLength(1);
  });

  it('has no root where there is no text', () => {
    expect(read('').roots).toEqual([]);
    expect(read('// nothing\n').roots).toEqual([]);
  });

  it('points by RFC 6901', () => {
    const document = read('{ "a/b": { "~": [ 1 ] } }');
    const last = document.roots.flatMap(nodesOf).at(-1);
    expect(last && pointerIn(document, last)).toBe('/a~1b/~0/0');
  });
});

function expectSpansWithin(text: string): void {
  for (const node of read(text).roots.flatMap(nodesOf)) {
    expect(startOf(node)).toBeLessThanOrEqual(endOf(node));
    expect(endOf(node)).toBeLessThanOrEqual(text.length);
  }
}

function plainOf(node: Node | undefined): unknown {
  if (node?.kind === 'map') return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plainOf(value)]));
  if (node?.kind === 'list') return node.items.map(plainOf);
  if (node?.kind !== 'scalar') return undefined;
  const type = scalarType(node, 'json');
  if (type === 'null') return null;
  if (type === 'boolean') return node.text === 'true';
  return type === 'number' ? Number(node.text) : node.text;
}
