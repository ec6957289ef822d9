import { expect, it } from 'vitest';
import { type Audit, describeAudit } from '../../client/src/apply/audit/audit.ts';
import { payloadText } from '../../client/src/apply/plan/payload.ts';
import { lint, readDocument } from '../../server/src/core/index.ts';
import { account } from './fakes.ts';

const [plain, fast] = [
  { name: 'reports', type: 'general-purpose', region: 'eu-west-1' },
  { name: 'fast--use1-az4--x-s3', type: 'directory', region: 'us-east-1' },
] as const;
const aliased = { sseAlgorithm: 'aws:kms', kmsMasterKeyId: 'alias/mine', bucketKeyEnabled: true };
const finding = { rule: 'kms-alias', severity: 'warning', message: 'an alias | of someone' } as const;

const audit: Audit = {
  profile: 'dev',
  account,
  gaps: ['directory buckets: AccessDenied'],
  buckets: [
    { bucket: fast, state: 'unreadable', words: 'refused', findings: [] },
    { bucket: { name: 'late', type: 'general-purpose' }, state: 'not-read', words: '', findings: [] },
    { bucket: plain, state: 'read', words: 'SSE-KMS', encryption: aliased, findings: [finding] },
  ],
};

it('tells of every bucket, of what could not be listed or read, and begins with what is worth a look', () => {
  const text = describeAudit(audit);
  expect(text).toContain(`Account: ${account}, profile: dev`);
  expect(text).toContain('3 buckets: 1 read, 1 not readable, 1 not read');
  expect(text).toContain('Not listed: directory buckets: AccessDenied');
  expect(text).toContain('warning: an alias \\| of someone (kms-alias)');
  const places = ['reports', 'fast--', 'late'].map((name) => text.indexOf(`| ${name}`));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

it('writes what a bucket has as a request that the rules know', () => {
  const rulesOf = (text: string) => lint(readDocument(text, 'json')).map(({ rule }) => rule);
  expect(rulesOf(payloadText(plain, aliased))).toEqual(['kms-alias']);
  expect(rulesOf(payloadText(plain, { sseAlgorithm: 'AES256', blockedEncryptionTypes: ['NONE'] }))).toEqual([
    'sse-c-unblocked',
  ]);
  expect(rulesOf(payloadText(fast, aliased))).toEqual(['kms-alias-on-directory-bucket']);
  expect(rulesOf(payloadText(fast, { sseAlgorithm: 'AES256', bucketKeyEnabled: false }))).toEqual([]);
  expect(rulesOf(payloadText(plain, 'none'))).toEqual([]);
});
