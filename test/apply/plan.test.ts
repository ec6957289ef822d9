import { describe, expect, it } from 'vitest';
import { differences } from '../../client/src/apply/plan/differences.ts';
import { planChange, unreadable } from '../../client/src/apply/plan/plan.ts';
import { account, desiredOf, failed, kmsKey, planOf, targetOf } from './fakes.ts';

const directory = targetOf('base--euc1-az1--x-s3');
const sseS3 = { sseAlgorithm: 'AES256' };
const sseKms = { sseAlgorithm: 'aws:kms', kmsMasterKeyId: kmsKey };

describe('the request', () => {
  it("states what the document states, and the caller's account as the owner", () => {
    const { request, carriedOver, dropped } = planOf(desiredOf({ ...sseKms, bucketKeyEnabled: true }), sseS3);
    expect(request).toEqual({
      bucket: 'plain-bucket',
      configuration: { ...sseKms, bucketKeyEnabled: true },
      expectedBucketOwner: account,
    });
    expect([carriedOver, dropped]).toEqual([[], []]);
  });

  it('names the owner that the document states', () => {
    const { request } = planOf(desiredOf(sseS3, { expectedBucketOwner: '444455556666' }), 'none');
    expect(request.expectedBucketOwner).toBe('444455556666');
  });

  it.each([['SSE-C'], ['NONE']])('carries over the block %s that the document does not state', (type) => {
    const { request, carriedOver } = planOf(desiredOf(sseKms), { ...sseS3, blockedEncryptionTypes: [type] });
    expect(request.configuration).toEqual({ ...sseKms, blockedEncryptionTypes: [type] });
    expect(carriedOver).toEqual([{ member: 'BlockedEncryptionTypes', value: type }]);
  });

  it('lifts a block that the document lifts', () => {
    const desired = desiredOf({ ...sseS3, blockedEncryptionTypes: ['NONE'] });
    const { request, carriedOver } = planOf(desired, { ...sseS3, blockedEncryptionTypes: ['SSE-C'] });
    expect(request.configuration.blockedEncryptionTypes).toEqual(['NONE']);
    expect(carriedOver).toEqual([]);
  });

  it('takes an empty list of blocked types for none stated', () => {
    const desired = desiredOf({ ...sseKms, blockedEncryptionTypes: [] });
    const { request, dropped } = planOf(desired, { ...sseS3, blockedEncryptionTypes: ['SSE-C'] });
    expect(request.configuration.blockedEncryptionTypes).toEqual(['SSE-C']);
    expect(dropped).toEqual([{ member: 'BlockedEncryptionTypes', value: '', reason: 'it names no type' }]);
  });

  it.each([true, false])('keeps the algorithm with its key and bucket key (%s) where none is stated', (isOn) => {
    const plan = planOf(desiredOf({ blockedEncryptionTypes: ['SSE-C'] }), { ...sseKms, bucketKeyEnabled: isOn });
    expect(plan.request.configuration).toEqual({
      ...sseKms,
      bucketKeyEnabled: isOn,
      blockedEncryptionTypes: ['SSE-C'],
    });
    expect(plan.carriedOver).toEqual([
      { member: 'SSEAlgorithm', value: 'aws:kms' },
      { member: 'KMSMasterKeyID', value: kmsKey },
      { member: 'BucketKeyEnabled', value: String(isOn) },
    ]);
    expect(differences(plan).map(({ member }) => member)).toEqual(['BlockedEncryptionTypes']);
  });

  it('keeps no bucket key where the document states one, or another algorithm', () => {
    const before = { ...sseKms, bucketKeyEnabled: true };
    expect(planOf(desiredOf({ bucketKeyEnabled: false }), before).request.configuration.bucketKeyEnabled).toBe(false);
    expect(planOf(desiredOf(sseKms), before).request.configuration).toEqual(sseKms);
  });

  it('does not keep the key of another algorithm', () => {
    expect(planOf(desiredOf(sseS3), sseKms).request.configuration).toEqual(sseS3);
  });

  it.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256', 'MD5'])('has the checksum %s', (checksumAlgorithm) => {
    const { request, dropped } = planOf(desiredOf(sseS3, { checksumAlgorithm }), 'none');
    expect(request.checksumAlgorithm).toBe(checksumAlgorithm);
    expect(dropped).toEqual([]);
  });

  it.each(['SHA512', 'XXHASH64', 'XXHASH3', 'XXHASH128'])('lacks the checksum %s, and tells', (checksumAlgorithm) => {
    const { request, dropped } = planOf(desiredOf(sseS3, { checksumAlgorithm }), 'none');
    expect(request).not.toHaveProperty('checksumAlgorithm');
    expect(dropped).toEqual([
      { member: 'ChecksumAlgorithm', value: checksumAlgorithm, reason: 'the AWS SDK cannot compute it' },
    ]);
  });

  it('never has a ContentMD5, and tells', () => {
    const { request, dropped } = planOf(desiredOf(sseS3, { contentMD5: '1B2M2Y8AsgTpgAmY7PhCfg==' }), 'none');
    expect(request).not.toHaveProperty('contentMD5');
    expect(dropped).toEqual([
      {
        member: 'ContentMD5',
        value: '1B2M2Y8AsgTpgAmY7PhCfg==',
        reason: 'the body that is sent is not the one that it was made of',
      },
    ]);
  });
});

describe('the request for a directory bucket', () => {
  it('has neither owner nor MD5 nor block, nor a bucket key switched off', () => {
    const configuration = { ...sseKms, bucketKeyEnabled: false, blockedEncryptionTypes: ['SSE-C'] };
    const beside = { expectedBucketOwner: account, contentMD5: '1B2M2Y8AsgTpgAmY7PhCfg==', checksumAlgorithm: 'MD5' };
    const { request, dropped } = planOf(desiredOf(configuration, beside), sseS3, directory);
    expect(request).toEqual({ bucket: directory.bucket.name, configuration: sseKms });
    expect(dropped.map(({ member, reason }) => `${member}: ${reason}`)).toEqual([
      "BucketKeyEnabled: a directory bucket's key is always on",
      'BlockedEncryptionTypes: a directory bucket has no such block',
      'ExpectedBucketOwner: a directory bucket does not support it',
      'ContentMD5: the body that is sent is not the one that it was made of',
      'ChecksumAlgorithm: a directory bucket takes no Content-MD5',
    ]);
  });

  it("has no owner even though the caller's account is known, and carries no block over", () => {
    const before = { ...sseS3, blockedEncryptionTypes: ['SSE-C'] };
    const { request, carriedOver } = planOf(desiredOf({ ...sseKms, bucketKeyEnabled: true }), before, directory);
    expect(request).toEqual({ bucket: directory.bucket.name, configuration: { ...sseKms, bucketKeyEnabled: true } });
    expect(carriedOver).toEqual([]);
  });

  it('has the other checksums', () => {
    const { request } = planOf(desiredOf(sseS3, { checksumAlgorithm: 'CRC32C' }), 'none', directory);
    expect(request.checksumAlgorithm).toBe('CRC32C');
  });
});

describe('no change', () => {
  const block = { blockedEncryptionTypes: ['SSE-C'] };
  it.each([
    ['the same', sseS3, sseS3],
    ['a bucket key that is off, stated or not', { ...sseS3, bucketKeyEnabled: false }, sseS3],
    ['a block that is carried over', sseS3, { ...sseS3, ...block }],
    ['the block stated', { ...sseS3, ...block }, { ...sseS3, ...block }],
    ['nothing stated', {}, { ...sseKms, bucketKeyEnabled: true }],
  ])('is %s', (_, configuration, before) => {
    const plan = planOf(desiredOf(configuration), before);
    expect(plan.isNoChange).toBe(true);
    expect(differences(plan)).toEqual([]);
  });

  it('is a bucket key on a directory bucket, stated or not', () => {
    expect(planOf(desiredOf(sseKms), { ...sseKms, bucketKeyEnabled: true }, directory).isNoChange).toBe(true);
  });

  it.each([
    ['a bucket without a configuration', sseS3, 'none' as const],
    ['a block that is new', { ...sseS3, ...block }, sseS3],
    ['NONE where nothing was said', { ...sseS3, blockedEncryptionTypes: ['NONE'] }, sseS3],
    ['a key in another form', { ...sseKms, kmsMasterKeyId: kmsKey.replace(/.*\//, '') }, sseKms],
    ['a bucket key', { ...sseKms, bucketKeyEnabled: true }, sseKms],
  ])('is not %s', (_, configuration, before) => {
    expect(planOf(desiredOf(configuration), before).isNoChange).toBe(false);
  });
});

it('tells the differences, member by member', () => {
  const plan = planOf(desiredOf({ ...sseKms, bucketKeyEnabled: true }), {
    ...sseS3,
    blockedEncryptionTypes: ['SSE-C'],
  });
  expect(differences(plan)).toEqual([
    { member: 'SSEAlgorithm', before: 'AES256', after: 'aws:kms' },
    { member: 'KMSMasterKeyID', before: undefined, after: kmsKey },
    { member: 'BucketKeyEnabled', before: 'false', after: 'true' },
  ]);
});

describe('there is no plan', () => {
  const refusalOf = (parts: Partial<Parameters<typeof planChange>[0]>) => {
    const whole = { desired: desiredOf(sseS3), target: targetOf(), present: 'none', isElsewhere: false } as const;
    const planned = planChange({ ...whole, ...parts });
    return planned.ok ? undefined : planned.refusal;
  };
  const { account: _, ...anonymous } = targetOf();

  it('where the bucket cannot be read; the refusal names the permission', () => {
    const { failure } = failed({
      kind: 'access-denied',
      message: 'Access Denied',
      advice: 'You need s3:GetEncryptionConfiguration',
    });
    expect(unreadable(failure)).toEqual({
      reason: 'unreadable',
      message: "What can't be read is not overwritten: Access Denied",
      advice: 'You need s3:GetEncryptionConfiguration',
      failure,
    });
  });

  it('where neither document nor bucket has an algorithm', () => {
    expect(refusalOf({ desired: desiredOf({ bucketKeyEnabled: true }) })?.reason).toBe('no-algorithm');
  });

  it('where the document has a key and no algorithm', () => {
    expect(refusalOf({ desired: desiredOf({ kmsMasterKeyId: kmsKey }) })?.reason).toBe('key-without-algorithm');
  });

  it("where the caller's account is not known, on AWS", () => {
    expect(refusalOf({ target: anonymous })?.reason).toBe('owner-unknown');
    expect(refusalOf({ target: anonymous, isElsewhere: true })).toBeUndefined();
    const stated = desiredOf(sseS3, { expectedBucketOwner: account });
    expect(refusalOf({ target: anonymous, desired: stated })).toBeUndefined();
    const { account: __, ...anonymousDirectory } = directory;
    expect(refusalOf({ target: anonymousDirectory })).toBeUndefined();
  });
});
