import { describe, expect, it } from 'vitest';
import { endOf, pointerIn, readDocument, startOf } from '../../../server/src/core/index.ts';
import { asMap, member, membersOf } from '../../../server/src/core/syntax/access.ts';
import { newSection } from '../../../server/src/core/syntax/build.ts';
import { readEvents } from '../../../server/src/core/syntax/yaml/eventReader.ts';
import { readTolerantly } from '../../../server/src/core/syntax/yaml/tolerantReader.ts';
import { nodesOf, outline } from '../../support/plain.ts';

const read = (text: string) => readDocument(text, 'yaml');
const slicesOf = (text: string) =>
  read(text)
    .roots.flatMap(nodesOf)
    .map((node) => text.slice(startOf(node), endOf(node)));

describe('YAML', () => {
  it('has spans that hold quotes, brackets and indicators', () => {
    const text = 'a: \'x\'\r\nb:\r\n  - "y" # c\r\n  - {c: [1, 2,] , d: e }\r\n';
    expect(slicesOf(text)).toEqual([
      text.trimEnd(),
      'a',
      "'x'",
      'b',
      '- "y" # c\r\n  - {c: [1, 2,] , d: e }',
      '"y"',
      '{c: [1, 2,] , d: e }',
      'c',
      '[1, 2,]',
      '1',
      '2',
      'd',
      'e',
    ]);
  });

  it('spells short tags long, with the span of the tag as the key', () => {
    const text = 'k: !GetAtt Key.Arn\nl: !If\n  - C\n  - !Ref A\n  - !Ref AWS::NoValue\nm: !Sub [a, {b: c}]\n';
    const document = read(text);
    expect(document.roots.map((root) => outline(root)).join()).toMatchInlineSnapshot(`
      "block map 
        plain "k" 0-1
          flow map short 3-18
            plain "Fn::GetAtt" 3-10
              plain "Key.Arn" 11-18
        plain "l" 19-20
          flow map short 22-64
            plain "Fn::If" 22-25
              block list 28-64
                plain "C" 30-31
                flow map short 36-42
                  plain "Ref" 36-40
                    plain "A" 41-42
                flow map short 47-64
                  plain "Ref" 47-51
                    plain "AWS::NoValue" 52-64
        plain "m" 65-66
          flow map short 68-84
            plain "Fn::Sub" 68-72
              flow list 73-84
                plain "a" 74-75
                flow map 77-83
                  plain "b" 78-79
                    plain "c" 81-82"
    `);
    const arm = document.roots.flatMap(nodesOf).find((node) => node.kind === 'scalar' && node.text === 'A');
    expect(arm && pointerIn(document, arm)).toBe('/l/Fn::If/1/Ref');
  });

  it('follows anchors, aliases and merge keys', () => {
    const document = read('base: &b {x: 1, y: 2}\nother: &o {y: 3, z: 4}\nuse:\n  <<: [*b, *o]\n  x: 0\nlost: *c\n');
    const use = asMap(member(document.roots[0] as never, 'use')?.value);
    const texts = [...(use ? membersOf(use) : [])].map(([name, { value }]) => [
      name,
      value.kind === 'scalar' && value.text,
    ]);
    expect(texts).toEqual([
      ['x', '0'],
      ['y', '2'],
      ['z', '4'],
    ]);
    const lost = member(document.roots[0] as never, 'lost')?.value;
    expect(lost).toMatchObject({ kind: 'alias', name: 'c', target: undefined });
  });

  it('resolves merges of merges once each, however many there are', () => {
    const levels = Array.from({ length: 60 }, (_, n) => `a${n + 1}: &a${n + 1} { <<: [*a${n}, *a${n}], k${n}: 1 }\n`);
    const root = asMap(read(`a0: &a0 { x: 1 }\n${levels.join('')}`).roots[0]);
    const last = root && asMap(member(root, 'a60')?.value);
    expect(last && membersOf(last).size).toBe(61);
  });

  it('never makes a tree that holds itself', () => {
    const document = read('a: &a\n  b: *a\n');
    expect(document.roots.flatMap(nodesOf).at(-1)).toMatchObject({ kind: 'alias', target: undefined });
  });

  it('has a root for each document of a stream', () => {
    const document = read('a: 1\n---\n---\nb: [x]\n');
    expect(document.roots.map(({ kind }) => kind)).toEqual(['map', 'scalar', 'map']);
    const last = document.roots.flatMap(nodesOf).at(-1);
    expect(last && pointerIn(document, last)).toBe('#2/b/0');
  });

  it('has no root where there is no text', () => {
    expect(read('').roots).toEqual([]);
    expect(read('# nothing\n').roots).toEqual([]);
  });

  it.each(['', '# nothing\n', '---\n', '---\n# nothing\n', '---\n...\n'])(
    'has no root in %j, whoever reads it',
    (text) => {
      const section = newSection(0, text.length);
      expect(readTolerantly(text, section)).toEqual([]);
      expect(readEvents(text, section)?.roots).toEqual([]);
    },
  );

  it('makes strings of what a tag calls one', () => {
    const document = read('a: !!str 12\nb: ! true\nc: !vault x\nd: !!int 3\n');
    const values = document.roots.flatMap(nodesOf).filter((_, index) => index % 2 === 0);
    expect(values.slice(1)).toMatchObject([{ style: 'quoted' }, { style: 'quoted' }, { tag: '!vault' }, { text: '3' }]);
  });

  it('reads block scalars without their indicator', () => {
    const text = 'a: |\n  x\n   y\n\nb: >-\n  z\n';
    expect(slicesOf(text).slice(1)).toEqual(['a', 'x\n   y', 'b', 'z']);
  });

  it('survives any prefix, with spans inside the text', () => {
    const text =
      'A: &x !Sub "a"\nResources:\n  B:\n    Type: AWS::S3::Bucket\n    P: {a: [1, *x], "b": |\n  }\n  C:\n    - |\n     t\n';
    for (let length = 0; length <= text.length; length++) {
      for (const node of read(text.slice(0, length)).roots.flatMap(nodesOf)) {
        expect(startOf(node)).toBeLessThanOrEqual(endOf(node));
        expect(endOf(node)).toBeLessThanOrEqual(length);
      }
    }
  });
});
