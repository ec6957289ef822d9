import { expect, it } from 'vitest';
import { bucketArn } from '../../client/src/aws/bucketArn.ts';
import type { Bucket } from '../../client/src/aws/bucketName.ts';

const account = '111122223333';
const plain: Bucket = { name: 'reports', type: 'general-purpose' };
const fast: Bucket = { name: 'fast--use1-az4--x-s3', type: 'directory' };

it('knows the ARN of a bucket in each partition', () => {
  const principal = 'arn:aws-cn:iam::111122223333:user/ada';
  const home = { account, region: 'us-east-1', principal: undefined };
  expect(bucketArn(plain, home)).toBe('arn:aws:s3:::reports');
  expect(bucketArn(plain, { ...home, principal })).toBe('arn:aws-cn:s3:::reports');
  expect(bucketArn(fast, home)).toBe(`arn:aws:s3express:us-east-1:${account}:bucket/${fast.name}`);
});
