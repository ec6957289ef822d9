import { CreateAliasCommand, CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { CreateBucketCommand, DeleteBucketEncryptionCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { isSame } from '../../client/src/apply/compare.ts';
import { execute } from '../../client/src/apply/execute/execute.ts';
import { journalIn } from '../../client/src/apply/journal/journal.ts';
import { listRuns } from '../../client/src/apply/journal/journalReader.ts';
import { preparePlan } from '../../client/src/apply/plan/prepare.ts';
import type { Aws } from '../../client/src/aws/aws.ts';
import type { BucketEncryption, PresentEncryption } from '../../client/src/aws/encryption.ts';
import { keysOfDev, openAt, pagesOf, sharedFiles } from '../aws/open.ts';
import { newFolder } from '../support/folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly moto: string;
  }
}

const region = 'us-east-1';
const account = '123456789012';
/** How a key can be named; what it is then, moto's KMS tells. */
type KeyForm = 'id' | 'arn' | 'alias' | 'aliasArn';
const keyForms: readonly (KeyForm | undefined)[] = [undefined, 'id', 'arn', 'alias', 'aliasArn'];
let keys: Record<KeyForm, string>;

interface Case {
  readonly sseAlgorithm: string;
  readonly key?: KeyForm | undefined;
  readonly bucketKeyEnabled?: boolean | undefined;
}

/** All that AWS accepts of a general purpose bucket, but for blocked types: moto drops them. */
const cases: Case[] = [undefined, false, true].flatMap((bucketKeyEnabled) => [
  { sseAlgorithm: 'AES256', bucketKeyEnabled },
  ...['aws:kms', 'aws:kms:dsse'].flatMap((sseAlgorithm) =>
    keyForms.map((key) => ({ sseAlgorithm, key, bucketKeyEnabled })),
  ),
]);

function configurationOf({ sseAlgorithm, key, bucketKeyEnabled }: Case): BucketEncryption {
  return {
    sseAlgorithm,
    ...(key !== undefined && { kmsMasterKeyId: keys[key] }),
    ...(bucketKeyEnabled !== undefined && { bucketKeyEnabled }),
  };
}

/** Moto tells a key's usage only where it was stated. */
async function createKey(kms: KMSClient): Promise<Record<KeyForm, string>> {
  const { KeyMetadata: { KeyId: id = '', Arn: arn = '' } = {} } = await kms.send(
    new CreateKeyCommand({ KeyUsage: 'ENCRYPT_DECRYPT' }),
  );
  const alias = 'alias/invoices';
  await kms.send(new CreateAliasCommand({ AliasName: alias, TargetKeyId: id }));
  return { id, arn, alias, aliasArn: arn.replace(/key\/.*/, alias) };
}

let s3: S3Client;
let aws: Aws;

beforeAll(async () => {
  sharedFiles({ credentials: keysOfDev });
  const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' };
  s3 = new S3Client({ endpoint: inject('moto'), region, credentials, forcePathStyle: true });
  const kms = new KMSClient({ endpoint: inject('moto'), region, credentials });
  keys = await createKey(kms);
  kms.destroy();
  aws = await openAt(inject('moto'), { region, timeouts: { connectMs: 10_000, answerMs: 10_000 } });
});

afterAll(() => {
  aws.close();
  s3.destroy();
});

async function read(bucket: string): Promise<PresentEncryption> {
  const answer = await aws.getEncryption(bucket);
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.value;
}

async function apply(bucket: string, configuration: BucketEncryption) {
  const desired = { configuration, request: {} };
  const prepared = await preparePlan(aws, desired, { name: bucket, type: 'general-purpose' });
  if (!('plan' in prepared)) throw new Error(JSON.stringify(prepared));
  const journal = journalIn(newFolder());
  return execute(prepared.plan, { aws, journal });
}

describe('moto takes and shows', () => {
  it.each(cases.map((each, index) => ({ ...each, bucket: `round-trip-${index}` })))(
    '$sseAlgorithm, key: $key, bucket key: $bucketKeyEnabled',
    async ({ bucket, ...each }) => {
      const configuration = configurationOf(each);
      await s3.send(new CreateBucketCommand({ Bucket: bucket }));
      const before = await read(bucket);
      expect(await apply(bucket, configuration)).toMatchObject({ kind: 'applied-and-verified' });
      expect(await read(bucket)).toMatchObject(configuration);
      await s3.send(new DeleteBucketEncryptionCommand({ Bucket: bucket }));
      expect(isSame(await read(bucket), before, 'general-purpose')).toBe(true);
    },
  );
});

it('the second time nothing is sent, and the journal has one run', async () => {
  const bucket = 'twice';
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  const configuration = { sseAlgorithm: 'aws:kms', kmsMasterKeyId: keys.arn, bucketKeyEnabled: true };
  const journalFolder = newFolder();
  const desired = { configuration, request: {} };
  for (const kind of ['applied-and-verified', 'no-change']) {
    const prepared = await preparePlan(aws, desired, { name: bucket, type: 'general-purpose' });
    if (!('plan' in prepared)) throw new Error(JSON.stringify(prepared));
    expect(await execute(prepared.plan, { aws, journal: journalIn(journalFolder) })).toMatchObject({ kind });
  }
  expect(await listRuns(journalFolder)).toMatchObject([
    { state: 'finished', before: { account, bucket }, finished: { result: 'applied-and-verified' } },
  ]);
});

it('the caller and his buckets are told', async () => {
  await s3.send(new CreateBucketCommand({ Bucket: 'listed' }));
  expect(await aws.callerIdentity()).toMatchObject({ ok: true, value: { account } });
  const pages = await pagesOf(aws.listBuckets('general-purpose'));
  const names = pages.flatMap((page) => (page.ok ? page.value.map(({ name }) => name) : []));
  expect(names).toContain('listed');
});
