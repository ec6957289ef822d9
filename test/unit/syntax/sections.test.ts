import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../server/src/core/index.ts';
import { newSection } from '../../../server/src/core/syntax/build.ts';
import { readEvents } from '../../../server/src/core/syntax/yaml/eventReader.ts';
import { judge } from '../../support/document.ts';
import { outline } from '../../support/plain.ts';

const yamlTemplate = ['A', 'B', 'C']
  .map((name) =>
    [
      `  ${name}:`,
      '    Type: AWS::S3::Bucket',
      '    Properties:',
      '      BucketEncryption:',
      '        ServerSideEncryptionConfiguration:',
      '          - ServerSideEncryptionByDefault:',
      `              SSEAlgorithm: AES-${name}`,
      '',
    ].join('\n'),
  )
  .join('');
const yaml = `Parameters:\n  P: {Type: String}\nResources:\n${yamlTemplate}Outputs:\n  O: {Value: x}\n`;
const bucket = (name: string) => ({
  Type: 'AWS::S3::Bucket',
  Properties: {
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: `AES-${name}` } }],
    },
  },
});
const json = JSON.stringify(
  {
    Parameters: { P: { Type: 'String' } },
    Resources: { A: bucket('A'), B: bucket('B'), C: bucket('C') },
    Outputs: { O: {} },
  },
  undefined,
  2,
);

/** The resources whose fault is found. */
function found(text: string, language: 'json' | 'yaml'): string[] {
  return judge(text, language).flatMap(
    (finding) => /^\/Resources\/([AC])\/.* unknown-algorithm$/.exec(finding)?.[1] ?? [],
  );
}

describe('the sections of a template', () => {
  it('are its top-level members, the heads of those that are opened, and each member of these', () => {
    const marked = `---\n${yaml}...\n# the end\n`;
    for (const document of [readDocument(yaml, 'yaml'), readDocument(marked, 'yaml'), readDocument(json, 'json')]) {
      const keys = document.sections.map(
        ({ base, length }) => /\w+/.exec(document.text.slice(base, base + length))?.[0],
      );
      expect(keys).toEqual(['Parameters', 'P', 'Resources', 'A', 'B', 'C', 'Outputs']);
    }
  });

  it('are none where they are indented beyond measure, and that is no fault', () => {
    const margin = ' '.repeat(10_000_000);
    const document = readDocument(`Resources:\n${margin}A:\n${margin} B: c\n`, 'yaml');
    expect(document.sections.map(({ errors }) => errors)).toEqual([[]]);
  });

  it('are none where more than one document may be', () => {
    for (const behind of ['...\nmore: x\n', '...\n---\n', '...\n%YAML 1.2\n', '... |\n']) {
      expect(readDocument(yaml + behind, 'yaml').sections.length).toBeLessThan(3);
    }
  });

  it.each([
    ['a quote that stays open', 'AES-B', '"AES-B'],
    ['a bracket that stays open', 'AES-B', '[AES-B'],
    ['a brace that stays open', 'AES-B', '{AES-B'],
    ['a brace too many', 'AES-B', 'AES-B }'],
    ['a key without a colon', 'SSEAlgorithm: AES-B', 'SSEAlg'],
    ['a lost indent', '              SSEAlgorithm: AES-B', '   SSEAlgorithm: AES-B'],
    ['a tab', '              SSEAlgorithm: AES-B', '\t\tSSEAlgorithm: AES-B'],
    ['a second colon', 'SSEAlgorithm: AES-B', 'SSEAlgorithm: a: b: c'],
    ['a stray dash', '              SSEAlgorithm: AES-B', '              SSEAlgorithm: AES-B\n             - x'],
    ['an unknown escape', 'AES-B', '"\\q"'],
    ['a broken alias', 'AES-B', '*'],
    ['a percent sign', 'AES-B', '%x'],
  ])('in YAML, lose nothing by another with %s', (_, sound, broken) => {
    const index = yaml.indexOf(sound, yaml.indexOf('  B:'));
    expect(index).toBeGreaterThan(0);
    const text = yaml.slice(0, index) + broken + yaml.slice(index + sound.length);
    expect(found(text, 'yaml')).toEqual(['A', 'C']);
  });

  it.each([
    ['at the top', /^/, "{% set env = 'dev' %}\n"],
    ['with an open end at the top', /^/, '{% set env\n'],
    ['and a comment at the top', /^/, '# c\n{# d #}\n\n'],
    ['before the first resource', /(?<=Resources:\n)/, '{% if env %}\n'],
    ['indented before the first resource', /(?<=Resources:\n)/, '    {{- if .Env }}\n'],
    ['behind a resource', /(?= {2}B:\n)/, '{% endif %}\n'],
  ])('in YAML, lose nothing by a line of another language %s', (_, place, line) => {
    const text = yaml.replace(place, line);
    expect(text).not.toBe(yaml);
    expect(found(text, 'yaml')).toEqual(['A', 'C']);
  });

  it('in YAML, are none of a comment of another language that stays open', () => {
    const text = yaml.replace('Resources:\n', 'Resources:\n  {# before: {% if env %}\n').replace(/$/, '  #}\n');
    expect(found(text, 'yaml')).toEqual([]);
  });

  it('lose nothing by a line of another language at the top where the text is read as one', () => {
    const text = `{% set env = 'dev' %}\n# c\n\n${yaml.replace('{Type: String}', '&p {Type: String}')}`;
    expect(found(text, 'yaml')).toEqual(['A', 'C']);
  });

  it('pass over no line that is YAML', () => {
    const lines = fc.array(fc.constantFrom(...foreignLines, ...plainLines), { minLength: 2, maxLength: 7 });
    let sound = 0;
    const property = fc.property(lines, (all) => {
      const text = `${all.join('\n')}\n`;
      const roots = readEvents(text, newSection(0, text.length))?.roots.map((root) => outline(root));
      if (!roots) return;
      sound++;
      expect(readDocument(text, 'yaml').roots.map((root) => outline(root))).toEqual(roots);
    });
    fc.assert(property, { numRuns: 5000 });
    expect(sound).toBeGreaterThan(100);
  });

  it.each([
    ['a quote that stays open', '"AES-B"', '"AES-B'],
    ['a bracket that stays open', '"AES-B"', '["AES-B"'],
    ['a brace that stays open', '"AES-B"', '{"AES-B"'],
    ['a brace too few', /\}\s+\]\s+\}\s+\}\s+\},\s+"C"/, '}\n ] }\n },\n    "C"'],
    ['a brace too many', '"AES-B"', '"AES-B" }'],
    ['a bracket of the wrong kind', /\]\s+\}\s+\}\s+\},\s+"C"/, '} } } },\n    "C"'],
    ['a missing comma', /\},\s+"C"/, '}\n    "C"'],
    ['a missing value', '"AES-B"', ''],
    ['a missing colon', '"SSEAlgorithm": "AES-B"', '"SSEAlgorithm" "AES-B"'],
    ['a bare word', '"AES-B"', 'AES-B'],
    ['an open comment', '"AES-B"', '"AES-B" // "'],
    ['half a key', '"SSEAlgorithm": "AES-B"', '"SSEAlg'],
  ])('in JSON, lose nothing by another with %s', (_, sound, broken) => {
    const start = json.indexOf('"B":');
    const text = json.slice(0, start) + json.slice(start).replace(sound, broken);
    expect(text).not.toBe(json);
    expect(found(text, 'json')).toEqual(['A', 'C']);
  });
});

const foreignLines = ['{% x %}', '  {% x %}', '{{ x }}', '  {{ x }}', '    {{ x }}', '{# x', '{{x}: {y}}', '{{ x }'];
const plainLines = ['Resources:', 'Conditions:', '  B:', '  B: c', '    d: e', 'a: b', '- d', '# c', ''];
