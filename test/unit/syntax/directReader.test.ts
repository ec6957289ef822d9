import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newSection } from '../../../server/src/core/syntax/build.ts';
import { readDirectly } from '../../../server/src/core/syntax/yaml/direct/directReader.ts';
import { readEvents } from '../../../server/src/core/syntax/yaml/eventReader.ts';
import { outline } from '../../support/plain.ts';

describe('the direct reader', () => {
  it.each(usual())('reads %j as the events do', (text) => {
    expect(direct(text)).toBeDefined();
    expect(direct(text)).toEqual(byEvents(text));
  });

  it.each(rare())('leaves %j to the thorough reader', (text) => {
    expect(direct(text)).toBeUndefined();
  });

  it.each(['x:', 'x#', '\n'])('throws nothing where a text has millions of %j', (piece) => {
    expect(() => direct(`a: ${piece.repeat(4_000_000)}y\n`)).not.toThrow();
  });

  it('reads nothing that the events refuse, and all else as they do', () => {
    const random = readSame(lines(), 20_000);
    const nearlySound = readSame(fc.tuple(block(0), mistake()).map(misspelt), 4000);
    console.log(`${random} of 20000 random texts and ${nearlySound} of 4000 nearly sound ones were read directly`);
    expect(random).toBeGreaterThan(500);
    expect(nearlySound).toBeGreaterThan(300);
  });
});

/** How many of so many texts it reads, each as the events do. */
function readSame(texts: fc.Arbitrary<string>, numRuns: number): number {
  let read = 0;
  const property = fc.property(texts, (text) => {
    const seen = direct(text);
    if (seen === undefined) return;
    read++;
    expect(seen).toEqual(byEvents(text));
  });
  fc.assert(property, { numRuns });
  return read;
}

function direct(text: string): string[] | undefined {
  return readDirectly(text, newSection(0, text.length))?.map((root) => outline(root));
}

function byEvents(text: string): string[] | undefined {
  return readEvents(text, newSection(0, text.length))?.roots.map((root) => outline(root));
}

/** A sound block of that indentation. */
function block(indent: number): fc.Arbitrary<string> {
  const margin = ' '.repeat(indent);
  const deeper = (step: number) => block(indent + step).map((text) => `\n${text}`);
  const scalar = fc.constantFrom(...scalars).map((text) => ` ${text.replaceAll('\n', `\n${margin}  `)}\n`);
  const value = indent > 8 ? scalar : fc.oneof({ weight: 3, arbitrary: scalar }, deeper(2), deeper(4));
  const key = fc.constantFrom('Type', 'a', 's3:x', '"q"', 'two words', '123');
  const entry = fc.tuple(key, value).map(([name, text]) => `${margin}${name}:${text}`);
  const item = value.map((text) => `${margin}-${text}`);
  const remark = fc.constantFrom('', '', '', `${margin}# comment\n`, '\n', '# comment\n');
  const listOf = (part: fc.Arbitrary<string>) =>
    fc.array(fc.tuple(part, remark), { minLength: 1, maxLength: 4 }).map((all) => all.flat().join(''));
  return fc.oneof({ weight: 3, arbitrary: listOf(entry) }, listOf(item));
}

const scalars = [
  ...[
    'v',
    'two words',
    'arn:aws:s3:::b/*',
    'aws:kms',
    'true',
    '"q: \\"#\\""',
    "'it''s'",
    'a # comment',
    '"a\n b"',
    'a\nb',
  ],
  ...[
    '!Ref A',
    '!Sub "${A}-b"',
    '!If [C, !Ref A, "b"]',
    '{a: [b, c], "d":e}',
    '[]',
    '|\n  line\n\n   more',
    '>-\n  a\n  b',
  ],
  ...['!Join\n- ""\n- - a\n  - !Ref B', '', '-1', '[\n  a,\n  b ]'],
];

/** Something that is put somewhere into a text, or nothing. */
function mistake(): fc.Arbitrary<{ at: number; piece: string }> {
  return fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), piece: fc.constantFrom('', ...pieces) });
}

function misspelt([text, { at, piece }]: [string, { at: number; piece: string }]): string {
  const place = Math.floor(at * text.length);
  return text.slice(0, place) + piece + text.slice(place);
}

/** Texts of lines that are put together at random, most of them wrong. */
function lines(): fc.Arbitrary<string> {
  const piece = fc.constantFrom(...pieces);
  const indent = fc.constantFrom('', '', '  ', '  ', '    ', '    ', '      ', '   ', '\t');
  const line = fc
    .tuple(indent, fc.array(piece, { minLength: 1, maxLength: 4 }))
    .map(([margin, all]) => margin + all.join(''));
  const end = fc.constantFrom('\n', '\n', '\n', '\n', '\n', '\r\n', '\n\n');
  return fc
    .array(fc.tuple(line, end), { minLength: 1, maxLength: 7 })
    .map((all) => all.flat().join(''))
    .chain((text) => fc.constantFrom(text, text.trimEnd()));
}

const pieces = [
  ...['a: ', 'b:', 'c: d', 'key: value', '"q": ', "'q': ", '"q" :', 's3:x: ', '- ', '- ', '-', '? ', ': ', ':', '<<: '],
  ...[
    'v',
    'true',
    'two words',
    'a#b',
    ' # comment',
    '#',
    '# c',
    '"text"',
    "'it''s'",
    '"a\\nb"',
    '"\\x41"',
    '"',
    "'",
    '|',
    '>',
  ],
  ...[
    '|-',
    '>+',
    '|2',
    '!Ref ',
    '!Sub',
    '!!str ',
    '!!int ',
    '! ',
    '&a ',
    '*a',
    '[a, b]',
    '[',
    ']',
    '{a: b}',
    '{',
    '}',
    ', ',
    ',',
  ],
  ...[
    '{"a":1}',
    '[!Ref a, {b: c}]',
    '---',
    '...',
    '%YAML 1.1',
    '@x',
    '`',
    ' ',
    '  ',
    '\t',
    'é',
    '\u00a0',
    '\u0007',
    '- - x',
  ],
];

function usual(): string[] {
  return [
    'a: b\n',
    'a: b',
    'a:\n  b: c\n  d:\n    - e\n    - f: g\n      h: i\n',
    'a:\n- b\n- c\nd: e\n',
    'a:\n  - - b\n    - c\n  -\n  - d\n',
    'a: # comment\n  b: c # another\n# third\nd: e\n',
    '# licence\n\n---\na: b\n',
    'a: !Ref B\nc: !Sub ${D}-e\nf: !If\n  - G\n  - !Ref H\n  - i: !GetAtt j.K\n',
    'a: !Ref\nb: c\n',
    'a: "b"\n"c": \'d\'\n"e" : f\n',
    'a: \'it\'\'s\'\nb: "a \\"b\\"\\n\\u0041"\n',
    'a: "b\n  c\n\n  d"\n',
    'a: b\n  c\n\n  d\ne: f\n',
    'a: |\n  b\n   c\n\n  d\ne: >-\n  f\n  g\n\n  h\n',
    'a: |\n\n  b\n\n\nc: d\n',
    'a: [b, "c", !Ref d, {e: f, "g":h}, [i], ]\nj: {}\nk: []\n',
    'a: [\n    b, # comment\n    c\n  ]\n',
    'a: arn:aws:s3:::b/*\nc: d#e\nf: -g\nh: 10:20\n',
    's3:x-amz-server-side-encryption: aws:kms\n',
    'a:\r\n  b: c\r\n  d: e\r\n',
    'a: é\n\u00fc: b\n',
    '- a\n- b: c\n',
    '',
    '# nothing\n',
    '---\n',
    'a:\n',
    'a:',
    'a:   \nb: c',
    'plain',
  ];
}

function rare(): string[] {
  return [
    'a: &b c\n',
    'a: *b\n',
    '<<: *b\n',
    '? a\n: b\n',
    'a: b\n---\nc: d\n',
    '%YAML 1.1\n---\na: b\n',
    'a:\tb\n',
    '\ta: b\n',
    'a: |2\n  b\n',
    'a: |+\n  b\n',
    'a: !!str b\n',
    'a: !!bool "true"\n',
    'a: [b: c]\n',
    'a: {b}\n',
    'a: "\\x41"\n',
    'a: b: c\n',
    'a: "b\n',
    'a: [b\n',
    'a: b\n c: d\n',
    'a\nb: c\n',
    'a: \u0007\n',
    'a: b\rc: d\n',
    'a: - b\n',
    'a: >\n  b\n    c\n  d\n',
    'a: |\n  b',
  ];
}
