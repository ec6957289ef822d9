import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOf, type Language, readDocument, startOf } from '../../../server/src/core/index.ts';
import type { Node } from '../../../server/src/core/syntax/node.ts';
import { shownSpan } from '../../../server/src/core/syntax/shown.ts';
import { nodesOf } from '../../support/plain.ts';

const yaml = `# c
Parameters:
  P: {Type: String, Default: "a: b"}
Resources:
  A:
    Properties:
      BucketName: !Sub "\${P}-x"
      Tags:
        - Key: a
          Value: !Ref P
        - {Key: b, Value: [1, "x", 'y']}
  # comment
  B:
    P: !If
      - C
      -
      - !Ref AWS::NoValue
    U: !Sub |
      #!/bin/bash
        echo
    L:
    - &a x
    - - b
Outputs:
  O: !Join ['', [a, b]]
`;
const json = JSON.stringify(
  { P: [1, 2], Resources: { A: { Type: 'T', L: [{ a: 'b' }, true] }, B: { t: 'x\\"y' }, C: {} }, Outputs: { o: 1 } },
  undefined,
  2,
);
const snippets =
  '\n|\r\n|\r| |  |"|\'|[|]|{|}|:|: |,|- |#| # x|&b |*a|!Ref |!x ||\\\\|\t|---\n|...\n|%|? |<<: |\uFEFF|/*|*/|//|\0|!!str |😀';

/** A document with a few random insertions and deletions. */
const damaged = (text: string) =>
  fc
    .array(
      fc.record({
        at: fc.nat(text.length),
        remove: fc.nat(6),
        insert: fc.constantFrom('', ...snippets.split('|'), '|\n', '|2\n', '>-'),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((edits) =>
      edits.reduce((old, { at, remove, insert }) => old.slice(0, at) + insert + old.slice(at + remove), text),
    );

function childrenOf(node: Node): Node[] {
  if (node.kind === 'map') return node.entries.flatMap(({ key, value }) => [key, value]);
  return node.kind === 'list' ? node.items : [];
}

function expectSound(text: string, language: Language): void {
  const { roots, sections } = readDocument(text, language);
  for (const node of roots.flatMap(nodesOf)) {
    expect(startOf(node)).toBeGreaterThanOrEqual(0);
    expect(startOf(node)).toBeLessThanOrEqual(endOf(node));
    expect(endOf(node)).toBeLessThanOrEqual(text.length);
    for (const child of childrenOf(node)) expect(child.parent).toBe(node);
    expect(shownSpan(node).start).toBeLessThanOrEqual(shownSpan(node).end);
  }
  for (const { base, length, errors } of sections) {
    expect(base + length).toBeLessThanOrEqual(text.length);
    for (const { offset } of errors) expect(offset >= 0 && offset <= length).toBe(true);
  }
}

function faultsOf(text: string, language: Language): string[] {
  return readDocument(text, language).sections.flatMap(({ errors }) => errors.map(({ message }) => message));
}

describe('reading', () => {
  it.each([
    ['yaml', yaml],
    ['json', json],
  ] as const)('makes a sound tree of any damaged %s', (language, text) => {
    fc.assert(
      fc.property(damaged(text), (broken) => expectSound(broken, language)),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a dash', json.replace('    "A"', '   ---\n "A"').replace('  "Outputs"', '-   "Outputs"')],
    ['a lost quote', json.replace(' "A"', 'A"').replace('"C": {}\n  },\n', '"C": {}')],
    ['a colon', json.replace(' "A"', '').replace('"C": {}\n  },\n', '"C": {}\n  ')],
  ])('makes a sound tree of JSON with %s where the first resource begins', (_, broken) => {
    expectSound(broken, 'json');
    const keys = readDocument(broken, 'json')
      .roots.flatMap(nodesOf)
      .map((node) => node.kind === 'scalar' && node.text);
    expect(keys).toEqual(expect.arrayContaining(['P', 'Resources', 'B', 'C', 'Outputs']));
  });

  it('makes a sound tree of any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('yaml', 'json'), (text, language) =>
        expectSound(text, language as Language),
      ),
    );
  });

  it.each([
    '[',
    '{',
    '- ',
    '? ',
    'a: ',
    '[a: ',
    '{a: ',
    '!a ',
    '&a ',
    '*a ',
    '"',
    '}',
    ']',
    '{"a":"',
    '/',
    '-\n',
    '|\n',
  ])('bears 20,000 times %j', (unit) => {
    for (const language of ['yaml', 'json'] as const) {
      expect(() => readDocument(unit.repeat(20_000), language)).not.toThrow();
    }
  });

  it('bears more resources than a call can have arguments', () => {
    const names = Array.from({ length: 150_000 }, (_, index) => `"a${index}": 1`);
    expect(readDocument(`{"Resources": {${names.join(',')}}}`, 'json').roots).toHaveLength(1);
  });

  it('bears four million blank lines', () => {
    expect(readDocument(`${'\n'.repeat(4_000_000)}Resources:\n  A: 1\n`, 'yaml').sections).toHaveLength(2);
  });

  it('takes no time to look for a tag among comments', () => {
    expect(readDocument(`a: !foo ${'# '.repeat(60)}\n  &x v\nb: "\n`, 'yaml').roots).toHaveLength(1);
  });
});

describe('a broken template', () => {
  const template = '{\n  "P": {},\n  "Resources": {\n    "A": {},\n    "B": {}\n  }\n}\n';

  it.each([
    ['without its last brace', template.slice(0, -2)],
    ['with more behind its end', `${template} x`],
    ['without a comma between resources', template.replace('"A": {},', '"A": {}')],
    ['without a comma between sections', template.replace('"P": {},', '"P": {}')],
    ['with a comma too many', template.replace('"A": {},', '"A": {},,')],
    ['with two values for one key', template.replace('"P": {}', '"P": 1 2')],
    ['with a brace too many', template.replace('"A": {}', '"A": {} }')],
    ['with a byte-order mark inside', template.replace('"B"', '\uFEFF"B"')],
    ['with a lone slash', template.replace('"B"', '/ "B"')],
  ])('in JSON, %s, has a fault', (_, text) => {
    expect(faultsOf(template, 'json')).toEqual([]);
    expect(faultsOf(text, 'json')).not.toEqual([]);
  });

  it.each([
    ['an indented line before the first key', ' c\nA: 1\nResources:\n  B: 1\n'],
    ['a tab before the first key', '\tA: 1\nResources:\n  B: 1\n'],
    ['a null byte', '#\0\nResources:\n  B: 1\n'],
    ['what only the tolerant reader takes', 'a: &x {b: 1}:\n  c: 1\n'],
  ])('in YAML, with %s, has a fault', (_, text) => {
    expect(faultsOf(text, 'yaml')).not.toEqual([]);
  });
});

describe('a key that is being typed', () => {
  it('leaves the next line its own key, in YAML', () => {
    const { roots } = readDocument('a:\n  SSEAlg\n  KMSMasterKeyID: x\n', 'yaml');
    const texts = roots.flatMap(nodesOf).flatMap((node) => (node.kind === 'scalar' ? node.text : []));
    expect(texts).toEqual(['a', 'SSEAlg', '', 'KMSMasterKeyID', 'x']);
  });
});

describe('an item that is not written', () => {
  it.each(['- a\n-\n- # c\n- b\n', '- a\n-\n- # c\n- b\n- "\n'])('stands behind its dash', (text) => {
    const [list] = readDocument(text, 'yaml').roots;
    const starts = list?.kind === 'list' ? list.items.map(({ start }) => start) : [];
    expect(starts.slice(0, 4)).toEqual([2, 5, 7, 14]);
  });
});
