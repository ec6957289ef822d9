import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  type Document,
  type Finding,
  type Language,
  LineIndex,
  pointerIn,
  readDocument,
  startOf,
  suppressFixes,
} from '../../../server/src/core/index.ts';
import { resourceAround } from '../../../server/src/core/suppressions/metadata.ts';
import { findingsOf } from '../../support/document.ts';
import { type Fixture, readFixtures } from '../fixtures/readFixtures.ts';

/** Every finding of the fixtures that can be read whole. */
const found = readFixtures().flatMap((fixture) => {
  const document = readDocument(fixture.text, fixture.language);
  const isWhole = document.sections.every(({ errors }) => errors.length === 0);
  return isWhole
    ? findingsOf(fixture.text, fixture.language, fixture.options).map((each) => ({ ...fixture, document, each }))
    : [];
});

describe('what is said of every finding of the fixtures', () => {
  it.each(['here', 'for this resource', 'in this file'] as const)(
    '%s, suppresses what it says and nothing else',
    (place) => {
      let tried = 0;
      for (const { each, document, ...fixture } of found) {
        const text = suppressed(document, each, place);
        if (text === undefined) continue;
        tried++;
        const before = findingsOf(fixture.text, fixture.language, fixture.options);
        const expected = before.filter((other) => other.rule !== each.rule || !isHeard(place, document, each, other));
        expect(inWords(text, fixture), `${fixture.path}: ${each.rule}\n${text}`).toEqual(
          inWords(fixture.text, fixture, expected),
        );
      }
      expect(tried).toBeGreaterThan(300);
    },
  );

  it('names the resource, in a template alone', () => {
    for (const { document, each } of found) {
      const inResource = /\/Resources\/[^/]/.test(pointerIn(document, each.at));
      expect(places(document, each, false)).toEqual(inResource ? ['for this resource'] : []);
    }
  });
});

it('of a finding in the middle of a line goes above that line, indented as it is', () => {
  const text =
    'Rules:\n  - { BucketKeyEnabled: true, ApplyServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms } }\n';
  const document = readDocument(text, 'yaml');
  const finding = findingsOf(text, 'yaml').find(({ rule }) => rule === 'managed-key') as Finding;
  const written = suppressFixes(document, finding, true).map(({ edits }) => applyEdits(text, edits));
  const [above, item] = text.split('\n');
  expect(written).toEqual([
    `${above}\n  # s3-encryption-ignore-next-line managed-key\n${item}\n`,
    `# s3-encryption-ignore-file managed-key\n${text}`,
  ]);
});

const wrong = '{ "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES-256" } }] }';

it.each<[string, Language, string, string]>([
  [
    'not where a text',
    'yaml',
    '{ Comment: "over\n  two lines", Rules: [{ BucketKeyEnabled: maybe }] }\n',
    'in this file',
  ],
  ['not where a comment', 'json', `/* over\n   two lines */ ${wrong}\n`, 'in this file'],
  ['where neither', 'json', `/* two\n   lines */\n/* one */ ${wrong}\n`, 'here, in this file'],
])('is a comment above a line, %s from above reaches into it (%s)', (_, language, text, expected) => {
  const document = readDocument(text, language);
  const offered = findingsOf(text, language).map((finding) => places(document, finding, true).join(', '));
  expect([...new Set(offered)]).toEqual([expected]);
});

it('is no comment above a comment, which would not hear it', () => {
  const text = `# s3-encryption-ignore-next-line kms-alias\n${wrong} # s3-encryption-ignore-line kms-alias\n`;
  const document = readDocument(text, 'yaml');
  const unused = findingsOf(text, 'yaml').filter(({ rule }) => rule === 'unused-suppression');
  expect(unused.map((finding) => places(document, finding, true))).toEqual([
    ['in this file'],
    ['here', 'in this file'],
  ]);
});

describe('for a resource, the rule joins those that its Metadata name already', () => {
  const inBlock = (metadata: string) =>
    `Resources:\n  A:\n    Type: AWS::S3::Bucket\n${metadata}    Properties:\n      BucketEncryption:\n        ServerSideEncryptionConfiguration:\n          - BucketKeyEnabled: true\n            ServerSideEncryptionByDefault:\n              SSEAlgorithm: aws:kms\n`;
  const properties =
    '{ "BucketEncryption": { "ServerSideEncryptionConfiguration": [{ "BucketKeyEnabled": true, "ServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:kms" } }] } }';
  const inJson = (members: string) =>
    `{ "Resources": { "A": {\n  "Type": "AWS::S3::Bucket"${members}"Properties": ${properties}\n} } }\n`;
  const inFlow = (members: string) =>
    `Resources: { A: { Type: AWS::S3::Bucket,${members} Properties: ${properties} } }\n`;

  it.each<[string, Language, string, string]>([
    [
      'that are not there',
      'yaml',
      inBlock(''),
      inBlock('    Metadata:\n      s3-encryption:\n        ignore:\n          - managed-key\n'),
    ],
    [
      'that are not there, where commas begin the lines',
      'json',
      inJson('\n, '),
      inJson('\n, "Metadata": {\n    "s3-encryption": {\n      "ignore": ["managed-key"]\n    }\n  }\n, '),
    ],
    [
      'that have no value',
      'yaml',
      inBlock('    Metadata: # none yet\n'),
      inBlock('    Metadata: # none yet\n      s3-encryption:\n        ignore:\n          - managed-key\n'),
    ],
    [
      'that have no value, in brackets',
      'yaml',
      inFlow(' Metadata: ,'),
      inFlow(' Metadata: { s3-encryption: { ignore: [managed-key] } } ,'),
    ],
    [
      'that are null',
      'json',
      inJson(', "Metadata": null, '),
      inJson(', "Metadata": { "s3-encryption": { "ignore": ["managed-key"] } }, '),
    ],
    [
      'whose list is null',
      'yaml',
      inBlock('    Metadata:\n      s3-encryption: { ignore: ~ }\n'),
      inBlock('    Metadata:\n      s3-encryption: { ignore: [managed-key] }\n'),
    ],
    [
      'as the one',
      'yaml',
      inBlock('    Metadata:\n      s3-encryption:\n        ignore: kms-without-bucket-key # ours\n'),
      inBlock('    Metadata:\n      s3-encryption:\n        ignore: [kms-without-bucket-key, managed-key] # ours\n'),
    ],
    [
      'as the one',
      'json',
      inJson(', "Metadata": { "s3-encryption": { "ignore": "kms-alias" } }, '),
      inJson(', "Metadata": { "s3-encryption": { "ignore": ["kms-alias", "managed-key"] } }, '),
    ],
    [
      'in a list',
      'yaml',
      inBlock('    Metadata:\n      s3-encryption:\n        ignore: [kms-alias]\n'),
      inBlock('    Metadata:\n      s3-encryption:\n        ignore: [kms-alias, managed-key]\n'),
    ],
  ])('%s (%s)', (_, language, text, expected) => {
    const document = readDocument(text, language);
    const finding = findingsOf(text, language).find(({ rule }) => rule === 'managed-key') as Finding;
    const after = suppressed(document, finding, 'for this resource') as string;
    expect(after).toBe(expected);
    expect(findingsOf(after, language).map(({ rule }) => rule)).not.toContain('managed-key');
  });

  it.each([
    '    Metadata: [mine]\n',
    '    Metadata: mine\n',
    '    Metadata:\n      s3-encryption: [mine]\n',
    '    Metadata: !Transform { Name: Mine }\n',
    '    Metadata: !Transform\n      Name: Mine\n',
    '    Metadata: { "Fn::If": [Mine, { a: b }, { c: d }] }\n',
    '    Metadata:\n      s3-encryption: !If [Mine, { ignore: [] }, { ignore: [] }]\n',
    '    Metadata:\n      s3-encryption:\n        ignore: !Split [",", mine]\n',
    '    Metadata:\n      s3-encryption:\n        ignore: { mine: true }\n',
  ])('and not where something else stands in their place: %j', (metadata) => {
    const text = inBlock(metadata);
    const finding = findingsOf(text, 'yaml').find(({ rule }) => rule === 'managed-key') as Finding;
    expect(places(readDocument(text, 'yaml'), finding, true)).toEqual(['here', 'in this file']);
  });
});

it.each([
  ['the finding', '    Metadata: {}\n', ' &shared', '*shared'],
  ['the Metadata', '    Metadata: &shared {}\n', '', '[]'],
])('is nothing for one resource where an anchor brings %s to others', (_, metadata, anchor, alias) => {
  const text = `Resources:
  A:
    Type: AWS::S3::Bucket
${metadata}    Properties:
      BucketEncryption:${anchor}
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: SSE-S3 } }]
  B:
    Type: AWS::S3::Bucket
    Metadata: ${metadata.includes('&') ? '*shared' : '{}'}
    Properties: { BucketEncryption: ${alias} }
`;
  const finding = findingsOf(text, 'yaml').find(({ rule }) => rule === 'unknown-algorithm') as Finding;
  expect(places(readDocument(text, 'yaml'), finding, true)).toEqual(['here', 'in this file']);
});

/** Where a finding can be suppressed. */
function places(document: Document, finding: Finding, comments: boolean): string[] {
  return suppressFixes(document, finding, comments).map(({ title }) => title.replace(`Suppress ${finding.rule} `, ''));
}

/** The text once it is suppressed at a place, where it can be. */
function suppressed(document: Document, finding: Finding, place: string): string | undefined {
  const fix = suppressFixes(document, finding, true).find(({ title }) => title.endsWith(` ${place}`));
  return fix && applyEdits(document.text, fix.edits);
}

function isHeard(place: string, document: Document, finding: Finding, other: Finding): boolean {
  if (place === 'in this file') return true;
  const lines = new LineIndex(document.text);
  const lineOf = ({ span }: Finding) => lines.positionAt(startOf(span)).line;
  const resourceOf = ({ at }: Finding) => {
    const resource = resourceAround(at);
    return resource && startOf(resource);
  };
  const of = place === 'here' ? lineOf : resourceOf;
  return of(finding) === of(other);
}

function inWords(text: string, { language, options }: Fixture, findings?: readonly Finding[]): string[] {
  const document = readDocument(text, language as Language);
  return (findings ?? findingsOf(text, language, options)).map(
    ({ at, rule, severity, message }) => `${pointerIn(document, at)} ${rule} ${severity} ${message}`,
  );
}
