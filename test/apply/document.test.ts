import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { describeComparison, describePlan } from '../../client/src/apply/plan/document.ts';
import { scalar } from '../../client/src/apply/plan/scalar.ts';
import { desiredOf, kmsKey, planOf, targetOf } from './fakes.ts';

const block = { blockedEncryptionTypes: ['SSE-C'] };

/** SSE-KMS with a key, and the block. */
const keyedText = `ServerSideEncryptionConfiguration:
  Rules:
    - ApplyServerSideEncryptionByDefault:
        SSEAlgorithm: aws:kms
        KMSMasterKeyID: ${kmsKey}
      BucketKeyEnabled: false
      BlockedEncryptionTypes:
        EncryptionType: [SSE-C]
`;

it('writes both texts with the same head, so that only what changes differs', () => {
  const desired = desiredOf(
    { sseAlgorithm: 'aws:kms', kmsMasterKeyId: kmsKey },
    { contentMD5: 'x', checksumAlgorithm: 'SHA256' },
  );
  const { now, willBe } = describePlan(planOf(desired, { sseAlgorithm: 'AES256', ...block }));
  const head = `# Where the request goes, and as whom;
# what the bucket has, and what it will have;
# what was checked in the account.

Account: "111122223333"
Principal: arn:aws:iam::111122223333:user/ada
Profile: dev
Bucket: plain-bucket
Type: general purpose
Region: eu-central-1
Host: s3.eu-central-1.amazonaws.com
`;
  expect(now).toBe(`${head}
ServerSideEncryptionConfiguration:
  Rules:
    - ApplyServerSideEncryptionByDefault:
        SSEAlgorithm: AES256
      BucketKeyEnabled: false
      BlockedEncryptionTypes:
        EncryptionType: [SSE-C]
`);
  expect(willBe).toBe(`${head}
ExpectedBucketOwner: "111122223333"
ChecksumAlgorithm: SHA256

${keyedText}
# Kept, for the document does not state it: BlockedEncryptionTypes: SSE-C
# Not sent, for the body that is sent is not the one that it was made of: ContentMD5: x
`);
});

it('compares the configurations alone, and tells what the document leaves to the bucket', () => {
  const desired = desiredOf({ sseAlgorithm: 'aws:kms', kmsMasterKeyId: kmsKey }, { checksumAlgorithm: 'SHA256' });
  const { now, willBe } = describeComparison(planOf(desired, { sseAlgorithm: 'AES256', ...block }));
  const [head] = now.split('ServerSideEncryptionConfiguration:');
  expect(head).toMatch(/^Account: "111122223333"\n[^#]*Host: s3\.eu-central-1\.amazonaws\.com\n\n# Kept/);
  expect(head).toMatch(/, for the document does not state it: BlockedEncryptionTypes: SSE-C\n\n$/);
  expect(willBe).toBe(`${head}${keyedText}`);
});

it('tells of a directory bucket that its key is on, and of a bucket without a configuration that it has none', () => {
  const directory = targetOf('base--euc1-az1--x-s3');
  const { now, willBe } = describePlan(planOf(desiredOf({ sseAlgorithm: 'AES256' }), 'none', directory));
  expect(now).toContain('Type: directory\n');
  expect(now).toMatch(/\nServerSideEncryptionConfiguration: null\n$/);
  expect(willBe).toContain('BucketKeyEnabled: true\n');
});

it('is YAML, whatever stands in it', () => {
  const hostile = 'x: y\n  Rules: []\n# not a comment: "';
  const desired = desiredOf({ sseAlgorithm: hostile, blockedEncryptionTypes: [hostile] }, { contentMD5: hostile });
  const { willBe } = describePlan(
    planOf(desired, 'none', targetOf('plain-bucket', { profile: hostile, host: 'no: yes' })),
  );
  expect(parse(willBe)).toMatchObject({
    Profile: hostile,
    Host: 'no: yes',
    ServerSideEncryptionConfiguration: {
      Rules: [
        {
          ApplyServerSideEncryptionByDefault: { SSEAlgorithm: hostile },
          BlockedEncryptionTypes: { EncryptionType: [hostile] },
        },
      ],
    },
  });
});

it('says so where account and profile are not known', () => {
  const { account: _, principal: __, profile: ___, ...anonymous } = targetOf();
  const desired = desiredOf({ sseAlgorithm: 'AES256' }, { expectedBucketOwner: '444455556666' });
  const { now } = describePlan(planOf(desired, 'none', anonymous));
  expect(now).toContain('Account: not known\nPrincipal: not known\nProfile: default chain\n');
});

it('puts in quotes what YAML 1.1 reads as something else', () => {
  expect(['yes', 'On', 'TRUE', 'null', 'n'].map(scalar)).toEqual(['"yes"', '"On"', '"TRUE"', '"null"', '"n"']);
  expect(['yesterday', 'aws:kms', 'alias/on'].map(scalar)).toEqual(['yesterday', 'aws:kms', 'alias/on']);
});
