import { describe, expect, it } from 'vitest';
import {
  type Finding,
  isIgnored,
  type Policy,
  startOf,
  underPolicy,
  withoutWidening,
} from '../../../server/src/core/index.ts';
import { globFault } from '../../../server/src/core/policy/globs.ts';
import { matchesWildcards } from '../../../server/src/core/s3/wildcards.ts';
import { findingsOf } from '../../support/document.ts';
import { readFixtures } from '../fixtures/readFixtures.ts';

describe('globs', () => {
  it.each([
    ['vendor', ['vendor/a.yaml', 'x/vendor/y/a.yaml', 'vendor'], ['vendors/a.yaml', 'a/vendor.yaml']],
    ['vendor/', ['x/vendor/a.yaml'], ['vendor.yaml']],
    ['/vendor', ['vendor/a.yaml'], ['x/vendor/a.yaml']],
    ['./a/b', ['a/b/c.json'], ['x/a/b/c.json']],
    ['*.gen.yaml', ['a.gen.yaml', 'x/y/.b.gen.yaml'], ['a.yaml']],
    ['a/*.json', ['a/b.json'], ['a/b/c.json', 'b.json']],
    ['a/**/*.{json,yaml}', ['a/b.json', 'a/b/c.yaml'], ['b/a.json']],
    ['**/test', ['test/a.yaml', 'x/test/a.yaml'], ['tests/a.yaml']],
    ['infra', ['../infra/a.yaml'], ['../other/a.yaml']],
    ['[', [], ['[', 'a']],
  ])('%s', (glob, inside, outside) => {
    expect([...inside, ...outside].filter((path) => isIgnored({ ignore: [glob] }, path))).toEqual(inside);
  });

  it('that nobody could match are faults', () => {
    expect(['a', 'a/b', '**', '*.{a,b}', '[ab]'].map(globFault)).toEqual(Array(5).fill(undefined));
    expect(['', '[', '!a', 'a\\b', '{a', 'b}', 'c]'].map(globFault)).not.toContain(undefined);
  });
});

describe('wildcards', () => {
  it.each([
    ['alias/a', 'alias/a', true],
    ['alias/a', 'alias/ab', false],
    ['*', '', true],
    ['alias/*', 'alias/aws/s3', true],
    ['arn:aws:kms:*:111122223333:key/*', 'arn:aws:kms:us-east-1:111122223333:key/x', true],
    ['arn:aws:kms:*:111122223333:key/*', 'arn:aws:kms:us-east-1:444455556666:key/x', false],
    ['a*a', 'a', false],
    ['a*b*c', 'abc', true],
    ['a*bc*c', 'abc', false],
    ['a.c', 'abc', false],
    [`${'*a'.repeat(5000)}b`, 'a'.repeat(20_000), false],
  ])('%.40s on %.40s', (pattern, text, expected) => {
    expect(matchesWildcards(pattern, text)).toBe(expected);
  });
});

describe('under a policy', () => {
  const settings = { bucketType: 'general-purpose', severities: { 'kms-alias': 'hint', 'no-rule': 'off' } } as const;

  it('the policy says so first, and the settings where it says nothing', () => {
    const policy: Policy = {
      severities: { 'kms-alias': 'error' },
      bucketTypes: { 'x/**': 'directory', '*': 'general-purpose' },
    };
    expect(underPolicy(policy, 'x/a.json', settings)).toEqual({
      bucketType: 'directory',
      severities: { 'kms-alias': 'error', 'no-rule': 'off' },
      policy,
    });
    expect(underPolicy(policy, 'a.json', { bucketType: 'directory' }).bucketType).toBe('general-purpose');
    expect(underPolicy({}, 'a.json', settings)).toMatchObject(settings);
  });

  it('without trust, nothing becomes milder or goes away', () => {
    const narrowing: Policy = { allowedAlgorithms: ['aws:kms'], requireBucketKey: true };
    const widening: Policy = {
      severities: { 'no-rule': 'off' },
      ignore: ['a'],
      target: 's3-compatible',
      bucketTypes: {},
    };
    expect(withoutWidening({ ...narrowing, ...widening })).toEqual(narrowing);
  });

  it('an empty one is none: every fixture is judged as without', () => {
    for (const { text, language, options, path } of readFixtures()) {
      if (options.policy) continue;
      const under = underPolicy({}, path, options);
      expect(inWords(findingsOf(text, language, under)), path).toEqual(inWords(findingsOf(text, language, options)));
    }
  });
});

function inWords(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, severity, message, span }) => `${startOf(span)} ${rule} ${severity} ${message}`);
}
