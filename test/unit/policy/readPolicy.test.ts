import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPolicyFile, LineIndex, policySchema, readPolicy, startOf } from '../../../server/src/core/index.ts';

/** A policy that says everything. */
const full = {
  severities: { 'kms-alias': 'off', 'managed-key': 'error' },
  bucketTypes: { 'express/**': 'directory', '*.gp.yaml': 'general-purpose' },
  ignore: ['vendor', 'build/**'],
  allowedAlgorithms: ['aws:kms', 'aws:kms:dsse'],
  allowedKeys: ['arn:aws:kms:*:111122223333:key/*', 'alias/data-*'],
  allowedKeyAccounts: ['111122223333'],
  requireBucketKey: true,
  requireSseCBlocked: false,
  target: 's3-compatible',
} as const;

/** The faults of a policy, each with its line and column from 1. */
function faults(text: string, language: 'json' | 'yaml' = 'yaml'): string[] {
  const lines = new LineIndex(text);
  return readPolicy(text, language).faults.map(({ message, span }) => {
    const { line, character } = lines.positionAt(startOf(span));
    return `${line + 1}:${character + 1} ${message}`;
  });
}

describe('a policy', () => {
  it('is read from JSON and from YAML, whole', () => {
    const json = JSON.stringify(full, undefined, 2);
    expect(readPolicy(json, 'json')).toMatchObject({ policy: full, faults: [] });
    expect(readPolicy(json, 'yaml')).toMatchObject({ policy: full, faults: [] });
    expect(readPolicy('# why\nrequireBucketKey: yes\nallowedKeyAccounts: ["012345678901"]\n', 'yaml').policy).toEqual({
      requireBucketKey: true,
      allowedKeyAccounts: ['012345678901'],
    });
  });

  it.each(['', '{}', '# nothing yet\n', '\uFEFF{}'])('may say nothing: %j', (text) => {
    expect(readPolicy(text, 'yaml')).toMatchObject({ policy: {}, faults: [] });
  });

  it('may name its schema', () => {
    expect(faults('{ "$schema": "./x.json", "requireBucketKey": true }', 'json')).toEqual([]);
  });

  it('goes by three names', () => {
    expect(['a/.s3-encryption.yaml', '.s3-encryption.yml', 'file:///a/.s3-encryption.json'].map(isPolicyFile)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['a.s3-encryption.yaml', 's3-encryption.json', '.s3-encryption'].map(isPolicyFile)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('a fault has its place and its remedy', () => {
  it.each([
    ['severitys: {}', '1:1 There is no member "severitys"; did you mean severities?'],
    ['rules: {}', '1:1 There is no member "rules"'],
    ['severities:\n  kms-alas: off', '2:3 There is no rule "kms-alas"; did you mean kms-alias?'],
    ['severities:\n  kms-alias: offf', '2:14 "offf" is none of error, warning, information, hint, off'],
    ['severities: [kms-alias]', '1:1 This takes a map'],
    ['bucketTypes:\n  "[a": directory', '2:3 "[a" is no pattern: its brackets are not in pairs'],
    ['bucketTypes:\n  a: express', '2:6 "express" is none of general-purpose, directory'],
    ['ignore: ["!a"]', '1:10 "!a" is no pattern: a "!" excludes nothing here'],
    ['ignore: [" "]', '1:10 " " is no pattern: it is empty'],
    ["ignore: ['a\\b']", '1:10 "a\\b" is no pattern: folders are parted by "/"'],
    ['ignore: a', '1:9 This takes a list'],
    ['allowedAlgorithms: [aws:kmss]', '1:21 "aws:kmss" is none of AES256, aws:kms, aws:kms:dsse; did you mean aws:kms'],
    ['allowedKeys: [""]', '1:15 An empty text names no key'],
    ['allowedKeyAccounts: ["1111"]', '1:22 "1111" is no account: one has 12 digits'],
    ['allowedKeyAccounts: [111122223333]', '1:22 This is a number; it takes a string; put it in quotes'],
    ['requireBucketKey: "true"', '1:19 This is a string; it takes a boolean'],
    ['requireBucketKey:', '1:1 This is a null; it takes a boolean'],
    ['requireBucketKey: !vault x', '1:'],
    ['target: minio', '1:9 "minio" is none of aws, s3-compatible'],
    ['requireBucketKey: true\nrequireBucketKey: false', '1:1 requireBucketKey stands here twice; the last one counts'],
    ['- a', '1:3 This takes a map'],
    ['a', '1:1 This takes a map'],
    ['{}\n---\n{}', '3:1 A policy is one document; this one counts for nothing'],
    ['ignore: [a', '1:'],
  ])('%j: %s', (text, expected) => {
    const found = faults(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });

  it('in JSON as in YAML', () => {
    expect(faults('{\n  "severities": { "no-rule": 1 },\n  "alowedKeys": []\n}', 'json')).toEqual([
      '2:30 This is a number; it takes a string; put it in quotes',
      '3:3 There is no member "alowedKeys"; did you mean allowedKeys?',
    ]);
  });
});

describe('what is right counts beside what is wrong', () => {
  it.each([
    ['nonsense: 1\nrequireBucketKey: true', { requireBucketKey: true }],
    ['severities: { no-rule: loud, kms-alias: off }', { severities: { 'kms-alias': 'off' } }],
    ['ignore: ["[", a]', { ignore: ['a'] }],
    // A list that allows would ask for more than its author meant if an item of it were lost.
    ['allowedAlgorithms: [aws:kms, AES]\ntarget: aws', { target: 'aws' }],
    ['allowedKeyAccounts: [1, "111122223333"]', {}],
    ['requireBucketKey: true\nallowedAlgorithms:\n  - AES256\n  aws:kms\n', { requireBucketKey: true }],
    ['allowedAlgorithms: [AES256] aws:kms\ntarget: aws', { target: 'aws' }],
    ['allowedAlgorithms: [AES256,\n', {}],
  ])('%j', (text, policy) => {
    expect(readPolicy(text, 'yaml').policy).toEqual(policy);
  });
});

describe('reading a policy', () => {
  it('never throws, and faults what it does not take', () => {
    const member = fc.constantFrom(...Object.keys(full), 'other');
    const value = fc.oneof(fc.json({ maxDepth: 2 }), fc.constantFrom('&a [*a]', '!Ref x', '{<<: *b}', '"', '|\n  x'));
    fc.assert(
      fc.property(fc.array(fc.tuple(member, value)), (members) => {
        const text = members.map(([name, each]) => `${name}: ${each}\n`).join('');
        const { policy, faults } = readPolicy(text, 'yaml');
        expect(Object.keys(full)).toEqual(expect.arrayContaining(Object.keys(policy)));
        const wrong = new Set(members.map(([name]) => name)).size - Object.keys(policy).length;
        expect(faults.length).toBeGreaterThanOrEqual(wrong > 0 ? 1 : 0);
      }),
    );
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('json', 'yaml'), (text, language) => void readPolicy(text, language)),
    );
  });
});

it('the schema has every member, each with a description', () => {
  const { properties } = policySchema as { properties: Record<string, { description: string }> };
  expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(full)));
  for (const { description } of Object.values(properties)) expect(description).toMatch(/\.$/);
});
