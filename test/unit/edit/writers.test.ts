import { describe, expect, it } from 'vitest';
import type { Change, ModelValue } from '../../../server/src/core/syntax/edit/change.ts';
import { changed, type Finder } from '../../support/edit.ts';

type Plan = (at: Finder) => Change[];
const remove =
  (...pointers: string[]): Plan =>
  (at) =>
    pointers.map((pointer) => ({ kind: 'remove', node: at.value(pointer) }));
const set =
  (pointer: string, value: string | boolean): Plan =>
  (at) => [{ kind: 'set', node: at.value(pointer), value }];
const insert =
  (pointer: string, name: string, value: ModelValue, ...order: string[]): Plan =>
  (at) => [{ kind: 'insert', into: at.map(pointer), name, value, order }];

describe('in JSON', () => {
  it.each<[string, string, Plan, string]>([
    ['a member goes with its comma', '{ "a": 1, "b": 2 }', remove('/a'), '{ "b": 2 }'],
    ['the last member goes with the comma before it', '{ "a": 1, "b": 2 }', remove('/b'), '{ "a": 1 }'],
    ['a trailing comma stays', '{ "a": 1, "b": 2, }', remove('/b'), '{ "a": 1, }'],
    ['all members go at once', '{ "a": 1, "b": 2 }', remove('/a', '/b'), '{}'],
    ['the last two go with what joins them', '{ "a": 1, "b": 2, "c": 3 }', remove('/c', '/b'), '{ "a": 1 }'],
    ['its line goes with a member', '{\n  "a": 1,\n  "b": 2\n}\n', remove('/b'), '{\n  "a": 1\n}\n'],
    ['comments stay', '{\n  // A\n  "a": 1, // B\n  "b": 2\n}\n', remove('/a'), '{\n  // A\n  // B\n  "b": 2\n}\n'],
    [
      'CRLF stays',
      '{\r\n  "a": 1,\r\n  "b": 2\r\n}',
      insert('', 'c', 'x'),
      '{\r\n  "a": 1,\r\n  "b": 2,\r\n  "c": "x"\r\n}',
    ],
    [
      'a member is put in its order',
      '{ "a": 1, "c": 2 }',
      insert('', 'b', 'x', 'a', 'b', 'c'),
      '{ "a": 1, "b": "x", "c": 2 }',
    ],
    ['a member is put first', '{\n\t"b": 2\n}', insert('', 'a', true, 'a', 'b'), '{\n\t"a": true,\n\t"b": 2\n}'],
    [
      'a trailing comma is kept up',
      '{\n  "a": 1, // A\n}',
      insert('', 'b', true),
      '{\n  "a": 1, // A\n  "b": true,\n}',
    ],
    [
      'where commas begin the lines, so does that of a member',
      '{\n    "a": 1 // A\n  , "b": 2\n}',
      insert('', 'c', 'x', 'a', 'c', 'b'),
      '{\n    "a": 1 // A\n  , "c": "x"\n  , "b": 2\n}',
    ],
    ['an empty map is filled', '{}', insert('', 'a', 'x'), '{ "a": "x" }'],
    ['a value is quoted', '{ "a": 1 }', set('/a', 'x"y'), '{ "a": "x\\"y" }'],
    ['a byte order mark stays first', '\uFEFF{ "a": 1 }', set('/a', true), '\uFEFF{ "a": true }'],
  ])('%s', (_, text, plan, expected) => {
    expect(changed(text, 'json', plan)).toBe(expected);
  });
});

describe('in YAML', () => {
  it.each<[string, string, Plan, string]>([
    ['its line goes with a member', 'a: 1\nb: 2\nc: 3\n', remove('/b'), 'a: 1\nc: 3\n'],
    ['the first line', 'a: 1\nb: 2\n', remove('/a'), 'b: 2\n'],
    ['a file without a last line break', 'a: 1\nb: 2', remove('/b'), 'a: 1'],
    ['the first behind a dash', '- a: 1\n  b: 2\n', remove('/0/a'), '- b: 2\n'],
    ['several behind a dash', '- a: 1\n  b: 2\n  c: 3\n', remove('/0/a', '/0/b'), '- c: 3\n'],
    ['comments stay', '- a: 1 # A\n  # B\n  b: 2\n', remove('/0/a'), '- # A\n  # B\n  b: 2\n'],
    ['a comment behind what goes', 'a: 1\nb: 2 # B\nc: 3\n', remove('/b'), 'a: 1\n# B\nc: 3\n'],
    ['what is empty then is in brackets', 'a:\n  b: 2\nc: 3\n', remove('/a/b'), 'a: {}\nc: 3\n'],
    ['an item', 'a:\n  - x: 1\n  - x: 2\n', remove('/a/1'), 'a:\n  - x: 1\n'],
    ['an item that ends with a colon', 'a:\n  - x: 1\n  - y: 2\n    x:\n', remove('/a/1'), 'a:\n  - x: 1\n'],
    ['the first item, with its colon', 'a:\n  - x:\n  - x: 2\n', remove('/a/0'), 'a:\n  - x: 2\n'],
    ['a member that ends with a colon', 'a:\n  - b:\n      - c:\nd: 1\n', remove('/a'), 'd: 1\n'],
    ['all of what ends with a colon', 'a:\n  b:\nc: 3\n', remove('/a/b'), 'a: {}\nc: 3\n'],
    ['a map that ends with a colon is a text', 'a:\n  b:\nc: 3\n', set('/a', 'x'), 'a:\n  x\nc: 3\n'],
    ['an item in brackets', 'a: [x, y]\n', remove('/a/0'), 'a: [y]\n'],
    ['a value keeps its quotes', 'a: \'x\'\nb: "y"\n', set('/a', 'z'), 'a: \'z\'\nb: "y"\n'],
    ['a value that is plain stays plain', 'a: x # A\n', set('/a', 'aws:kms'), 'a: aws:kms # A\n'],
    ["a value that isn't written", 'a:\nb: 1\n', set('/a', 'x'), 'a: x\nb: 1\n'],
    ['what looks like a number is quoted', 'a: x\n', set('/a', '0123'), "a: '0123'\n"],
    ['what looks like a boolean is quoted', 'a: x\n', set('/a', 'yes'), "a: 'yes'\n"],
    ['what looks like nothing is quoted', 'a: x\n', set('/a', 'null'), "a: 'null'\n"],
    ['what looks like a comment is quoted', 'a: x\n', set('/a', 'x # y'), "a: 'x # y'\n"],
    ['a colon is quoted in brackets', 'a: [x]\n', set('/a/0', 'aws:kms'), "a: ['aws:kms']\n"],
    [
      'a member is put in its order',
      '- a: 1 # A\n  c: 2\n',
      insert('/0', 'b', 'x', 'a', 'b', 'c'),
      '- a: 1 # A\n  b: x\n  c: 2\n',
    ],
    ['a member is put first', '- b: 2\n', insert('/0', 'a', true, 'a', 'b'), '- a: true\n  b: 2\n'],
    ['CRLF stays', 'a:\r\n  b: 1\r\n', insert('/a', 'c', true), 'a:\r\n  b: 1\r\n  c: true\r\n'],
    ['a byte order mark stays first', '\uFEFFa: 1\n', insert('', 'b', true), '\uFEFFa: 1\nb: true\n'],
    ['an anchor stays', 'a: &x 1\nb: *x\n', set('/a', 'y'), "a: &x 'y'\nb: *x\n"],
    [
      'an item begins behind its dash',
      'a:\n  - b:\n      c: 1\n',
      insert('/a/0', 'd', { e: 'x' }),
      'a:\n  - b:\n      c: 1\n    d:\n      e: x\n',
    ],
  ])('%s', (_, text, plan, expected) => {
    expect(changed(text, 'yaml', plan)).toBe(expected);
  });
});

describe('levels', () => {
  const wrap: Plan = (at) => [
    { kind: 'wrap', node: at.value('/a'), name: 'R' },
    { kind: 'rename', key: at.key('/a/0/x'), name: 'y' },
  ];
  const unwrap: Plan = (at) => [{ kind: 'unwrap', node: at.map('/a') }];
  const unlist: Plan = (at) => [{ kind: 'unwrap', node: at.list('/a') }];
  const list: Plan = (at) => [{ kind: 'wrap', node: at.value('/a') }];
  const nest: Plan = (at) => [{ kind: 'nest', keys: [at.key('/x'), at.key('/z')], under: [{ name: 'n' }] }];
  const down: Plan = (at) => [{ kind: 'move', keys: [at.key('/x')], into: at.map('/a'), order: [] }];
  const up: Plan = (at) => [{ kind: 'move', keys: [at.key('/a/x')], into: at.map(''), order: ['a', 'x', 'b'] }];

  it.each<[string, string, Plan, string]>([
    ['a list gets a name', 'a:\n  - x: 1 # A\n  # B\n', wrap, 'a:\n  R:\n    - y: 1 # A\n  # B\n'],
    ['a list far in gets a name', 'a:\n      - x: 1\nb:\n  c: 2\n', wrap, 'a:\n      R:\n        - y: 1\nb:\n  c: 2\n'],
    ['a flush list gets a name', 'a:\n- x: 1\nb: 2\n', wrap, 'a:\n  R:\n  - y: 1\nb: 2\n'],
    ['a list loses its name', 'a:\n  R: # A\n    - x: 1\n      y: 2\n', unwrap, 'a:\n  # A\n  - x: 1\n    y: 2\n'],
    ['a flush list loses its name', 'a:\n  R:\n  - x: 1\n', unwrap, 'a:\n  - x: 1\n'],
    ['a map becomes an item', 'a:\n  x: 1\n  y: 2\n', list, 'a:\n  - x: 1\n    y: 2\n'],
    ['a text becomes an item', 'a: SSE-C # A\n', list, 'a: [SSE-C] # A\n'],
    ['an item becomes a map', 'a:\n  - x: 1\n    y: 2\n', unlist, 'a:\n  x: 1\n  y: 2\n'],
    ['a flush item becomes a map', 'a:\n- x: 1\n  y: 2\n', unlist, 'a:\n  x: 1\n  y: 2\n'],
    ['members go under a new one', 'x: 1\ny: 2\nz: 3\n', nest, 'n:\n  x: 1\n  z: 3\ny: 2\n'],
    ['a member goes down', 'x: 1\na:\n  y: 2\n', down, 'a:\n  y: 2\n  x: 1\n'],
    ['a member goes up', 'a:\n  y: 1\n  x: 2 # X\nb: 3\n', up, 'a:\n  y: 1\n  # X\nx: 2\nb: 3\n'],
  ])('in YAML: %s', (_, text, plan, expected) => {
    expect(changed(text, 'yaml', plan)).toBe(expected);
  });

  it.each<[string, string, Plan, string]>([
    ['a list gets a name', '{ "a": [{ "x": 1 }] }', wrap, '{ "a": { "R": [{ "y": 1 }] } }'],
    [
      'and its lines go deeper',
      '{\n  "a": [\n    { "x": 1 }\n  ]\n}',
      wrap,
      '{\n  "a": {\n    "R": [\n      { "y": 1 }\n    ]\n  }\n}',
    ],
    ['a list loses its name', '{\n  "a": {\n    "R": [\n      1\n    ]\n  }\n}', unwrap, '{\n  "a": [\n    1\n  ]\n}'],
    ['a map becomes an item', '{ "a": { "x": 1 } }', list, '{ "a": [{ "x": 1 }] }'],
    ['an item becomes a map', '{ "a": [{ "x": 1 }] }', unlist, '{ "a": { "x": 1 } }'],
    ['members go under a new one', '{ "x": 1, "y": 2, "z": 3 }', nest, '{ "n": { "x": 1, "z": 3 }, "y": 2 }'],
    ['a member goes down', '{ "x": 1, "a": { "y": 2 } }', down, '{ "a": { "y": 2, "x": 1 } }'],
    ['a member goes up', '{ "a": { "y": 1, "x": 2 }, "b": 3 }', up, '{ "a": { "y": 1 }, "x": 2, "b": 3 }'],
  ])('in JSON: %s', (_, text, plan, expected) => {
    expect(changed(text, 'json', plan)).toBe(expected);
  });

  it('a list of two does not become a map', () => {
    expect(changed('a: [1, 2]\n', 'yaml', unlist)).toBeUndefined();
  });

  it('a comment in the brackets that go keeps them', () => {
    expect(changed('{ "a": /* A */ { "R": 1 } }', 'json', unwrap)).toBe('{ "a": /* A */ 1 }');
    expect(changed('{ "a": { /* A */ "R": 1 } }', 'json', unwrap)).toBeUndefined();
  });

  it('two changes that want the same text are refused', () => {
    expect(changed('a: 1\n', 'yaml', (at) => [...set('/a', 'x')(at), ...set('/a', 'y')(at)])).toBeUndefined();
  });
});
