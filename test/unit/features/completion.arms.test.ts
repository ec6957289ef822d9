import { describe, expect, it } from 'vitest';
import { lint, readDocument } from '../../../server/src/core/index.ts';
import { dedent } from '../../support/dedent.ts';
import { accept, completions, labels } from './completed.ts';
import { source } from './sources.ts';

/** A template whose bucket has this as its ServerSideEncryptionConfiguration. */
const inYaml = (configuration: string) => `Conditions: { C: !Equals [a, !Ref AWS::Region] }
Resources:
  Data:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:${indented(configuration)}
`;

function indented(configuration: string): string {
  const { text } = dedent({ language: 'yaml', text: configuration });
  return configuration.startsWith('\n') ? `\n${text.trimEnd().replace(/^/gm, '          ')}` : ` ${configuration}`;
}

const inJson = (configuration: string) =>
  `{"Conditions":{"C":{"Fn::Equals":["a",{"Ref":"AWS::Region"}]}},"Resources":{"Data":{"Type":"AWS::S3::Bucket","Properties":{"BucketEncryption":{"ServerSideEncryptionConfiguration":${configuration}}}}}}`;

const byDefault = 'ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms }';
const quotedDefault = '"ServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms"}';

const other = '{ ServerSideEncryptionByDefault: { SSEAlgorithm: AES256 } }';
const quotedOther = '{"ServerSideEncryptionByDefault":{"SSEAlgorithm":"AES256"}}';

const yaml: [string, string][] = [
  ['behind what is there', `\n- !If\n  - C\n  - ${byDefault}\n    |\n  - ${other}\n`],
  ['half-typed', `\n- !If\n  - C\n  - ${byDefault}\n    Buck|\n  - ${other}\n`],
  ['before what is there', `\n- !If\n  - C\n  - Buck|\n    ${byDefault}\n  - ${other}\n`],
  ['in quotes', `\n- !If\n  - C\n  - ${byDefault}\n    "Buck|"\n  - ${other}\n`],
  ['alone', '\n- !If\n  - C\n  - Buck|\n  - { ServerSideEncryptionByDefault: { SSEAlgorithm: AES256 } }\n'],
  ['in the last arm', `\n- Fn::If:\n  - C\n  - ${byDefault}\n  - ${byDefault}\n    Buck|\n`],
  [
    'beside a default of arms',
    '\n- ServerSideEncryptionByDefault: !If [C, { SSEAlgorithm: aws:kms }, { SSEAlgorithm: AES256 }]\n  Buck|\n',
  ],
  ['in flow', `\n- !If [C, { ${byDefault}, Buck| }, ${other}]\n`],
  ['in flow, not begun', `\n- !If [C, { ${byDefault}, | }, ${other}]\n`],
  [
    'in a list as an arm',
    `!If\n          - C\n          - - ${byDefault}\n              Buck|\n          - [${other}]`,
  ],
];

const json: [string, string][] = [
  ['not begun', `[{"Fn::If":["C",{${quotedDefault}, | },${quotedOther}]}]`],
  ['in quotes', `[{"Fn::If":["C",{${quotedDefault}, "Buck|" },${quotedOther}]}]`],
  ['in a quote that is not closed', `[{"Fn::If":["C",{${quotedDefault}, "Buck|\n },${quotedOther}]}]`],
  ['without quotes', `[{"Fn::If":["C",{${quotedDefault}, Buck| },${quotedOther}]}]`],
  ['without a comma', `[{"Fn::If":["C",{${quotedDefault} "|" },${quotedOther}]}]`],
  ['before a value', `[{"Fn::If":["C",{${quotedDefault}, "Bu|": true },${quotedOther}]}]`],
  ['alone', `[{"Fn::If":["C",{ "|" },${quotedOther}]}]`],
  ['in a list as an arm', `{"Fn::If":["C",[{${quotedDefault}, "|" }],[${quotedOther}]]}`],
];

/** The text once the member is taken, and what is wrong with it. */
function take(name: string, marked: string): { text: string; faults: string[] } {
  const at = source(name, marked);
  const items = completions(at);
  const item = items.find(({ label }) => label === 'BucketKeyEnabled');
  if (!item) throw new Error(`only ${labels(items).join(', ') || 'nothing'} is offered`);
  const text = accept(at, item);
  const document = readDocument(text, name.endsWith('json') ? 'json' : 'yaml');
  const errors = lint(document).filter(({ severity }) => severity === 'error');
  return {
    text,
    faults: [...document.sections.flatMap((each) => each.errors), ...errors].map(({ message }) => message),
  };
}

describe('BucketKeyEnabled in an arm of Fn::If is completed', () => {
  it.each(yaml)('in YAML, %s', (_, configuration) => {
    const { text, faults } = take('a.yaml', inYaml(configuration));
    expect(text).toMatch(/BucketKeyEnabled["']?: true/);
    expect(faults).toEqual([]);
  });

  it.each(json)('in JSON, %s', (_, configuration) => {
    const { text, faults } = take('a.json', inJson(configuration));
    expect(JSON.parse(text)).toBeTruthy();
    expect(text).toMatch(/"BucketKeyEnabled": ?true/);
    expect(faults).toEqual([]);
  });
});
