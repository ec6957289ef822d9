import { describe, expect, it } from 'vitest';
import { isSame, normalise, shows } from '../../client/src/apply/compare.ts';
import type { PresentEncryption } from '../../client/src/aws/encryption.ts';

const sseS3 = { sseAlgorithm: 'AES256' };
const blocking = (...blockedEncryptionTypes: string[]) => ({ ...sseS3, blockedEncryptionTypes });

it('fills in the defaults of each type of bucket', () => {
  expect(normalise({ ...sseS3, blockedEncryptionTypes: ['SSE-C', 'NONE', 'SSE-C'] }, 'general-purpose')).toEqual({
    sseAlgorithm: 'AES256',
    kmsMasterKeyId: undefined,
    bucketKeyEnabled: false,
    blockedEncryptionTypes: ['NONE', 'SSE-C'],
  });
  expect(normalise({ ...blocking('SSE-C'), bucketKeyEnabled: false }, 'directory')).toEqual({
    sseAlgorithm: 'AES256',
    kmsMasterKeyId: undefined,
    bucketKeyEnabled: true,
    blockedEncryptionTypes: undefined,
  });
});

describe('the same is', () => {
  it.each<[PresentEncryption, PresentEncryption]>([
    ['none', 'none'],
    [sseS3, { ...sseS3, bucketKeyEnabled: false }],
    [blocking('SSE-C', 'NONE'), blocking('NONE', 'SSE-C')],
    [{ sseAlgorithm: 'aws:kms' }, { sseAlgorithm: 'aws:kms', kmsMasterKeyId: 'alias/aws/s3' }],
  ])('%j and %j', (a, b) => {
    expect(isSame(a, b, 'general-purpose')).toBe(true);
    expect(isSame(b, a, 'general-purpose')).toBe(true);
  });

  it.each<[PresentEncryption, PresentEncryption]>([
    ['none', sseS3],
    [sseS3, { sseAlgorithm: 'aws:kms' }],
    [sseS3, { ...sseS3, bucketKeyEnabled: true }],
    [sseS3, blocking('NONE')],
    [blocking('NONE'), blocking('SSE-C')],
    [{ sseAlgorithm: 'aws:kms' }, { sseAlgorithm: 'aws:kms', kmsMasterKeyId: 'alias/mine' }],
  ])('not %j and %j', (a, b) => {
    expect(isSame(a, b, 'general-purpose')).toBe(false);
    expect(isSame(b, a, 'general-purpose')).toBe(false);
  });
});

describe('what was sent', () => {
  it.each<[PresentEncryption, PresentEncryption]>([
    [sseS3, blocking('SSE-C')],
    [sseS3, blocking('NONE')],
    [blocking('NONE'), sseS3],
    [blocking('SSE-C'), blocking('SSE-C')],
  ])('%j is shown by %j', (sent, read) => {
    expect(sent !== 'none' && shows(read, sent, 'general-purpose')).toBe(true);
  });

  it.each<[PresentEncryption, PresentEncryption]>([
    [blocking('SSE-C'), sseS3],
    [blocking('SSE-C'), blocking('NONE')],
    [blocking('NONE'), blocking('SSE-C')],
    [sseS3, 'none'],
  ])('%j is not shown by %j', (sent, read) => {
    expect(sent !== 'none' && shows(read, sent, 'general-purpose')).toBe(false);
  });

  it('is shown by a directory bucket whatever it says of its bucket key', () => {
    expect(shows({ ...sseS3, bucketKeyEnabled: true }, sseS3, 'directory')).toBe(true);
    expect(shows(sseS3, { ...sseS3, bucketKeyEnabled: true }, 'directory')).toBe(true);
  });
});
