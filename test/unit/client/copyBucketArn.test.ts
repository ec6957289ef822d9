import { beforeEach, expect, it, vi } from 'vitest';
import { env } from 'vscode';
import type { Aws } from '../../../client/src/aws/aws.ts';
import { copyBucketArn } from '../../../client/src/commands/copyBucketArn.ts';
import { failed, samePlace } from '../../apply/fakes.ts';
import { hostIn, newUser, user } from './fakeEditor.ts';

vi.mock('vscode', () => import('./fakeEditor.ts'));

const plain = { name: 'plain-bucket', type: 'general-purpose' } as const;
const fast = { name: 'fast--use1-az4--x-s3', type: 'directory' } as const;
const nobody = async () => failed({ kind: 'network', message: 'No network', advice: '' });

beforeEach(() => newUser({}));

it.each<[typeof plain | typeof fast, Aws['callerIdentity'], readonly string[], readonly string[]]>([
  [plain, samePlace.callerIdentity, ['arn:aws:s3:::plain-bucket'], []],
  [plain, nobody, ['arn:aws:s3:::plain-bucket'], []],
  [fast, samePlace.callerIdentity, ['arn:aws:s3express:us-east-1:111122223333:bucket/fast--use1-az4--x-s3'], []],
  [fast, nobody, [], ['No network.']],
])('%#: an ARN is copied whole, or it is told why there is none', async (bucket, callerIdentity, copied, told) => {
  const written = vi.spyOn(env.clipboard, 'writeText').mockClear();
  const place = { aws: { callerIdentity, region: 'us-east-1' }, leaving: new AbortController() };
  await copyBucketArn(hostIn(''), { kind: 'bucket', bucket, place });
  expect(written.mock.calls.flat()).toEqual(copied);
  expect(user.told).toEqual(told);
});
