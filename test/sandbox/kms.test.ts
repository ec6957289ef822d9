import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { clientsOf, resultOf } from './clients.ts';
import type { SandboxOptions } from './server.ts';
import { startSandbox } from './startSandbox.ts';

const id = '1234abcd-12ab-34cd-56ef-1234567890ab';
const account = '111122223333';
const options: SandboxOptions = {
  keys: [
    { id, aliases: ['alias/mine'] },
    { id: '5678efab-56ef-78ab-90cd-567890abcdef', state: 'PendingDeletion', spec: 'RSA_2048', usage: 'SIGN_VERIFY' },
    { id: 'mrk-1234abcd12ab34cd56ef1234567890ab', manager: 'AWS' },
    { id: '9abc0123-9abc-0123-4567-9abcdef01234', account: '444455556666' },
    { id: 'abcd4567-abcd-4567-89ab-abcdef456789', account: '444455556666', sharedWith: [account] },
  ],
};

async function describeKey(KeyId: string) {
  const { kms } = clientsOf(await startSandbox(options));
  return resultOf(kms.send(new DescribeKeyCommand({ KeyId })));
}

describe('DescribeKey', () => {
  it.each([
    id,
    `arn:aws:kms:us-east-1:${account}:key/${id}`,
    'alias/mine',
    `arn:aws:kms:us-east-1:${account}:alias/mine`,
  ])('finds a key by %s', async (identifier) => {
    const { output } = await describeKey(identifier);
    expect(output).toMatchObject({
      KeyMetadata: {
        AWSAccountId: account,
        KeyId: id,
        Arn: `arn:aws:kms:us-east-1:${account}:key/${id}`,
        Enabled: true,
        KeyState: 'Enabled',
        KeySpec: 'SYMMETRIC_DEFAULT',
        KeyUsage: 'ENCRYPT_DECRYPT',
        KeyManager: 'CUSTOMER',
        MultiRegion: false,
      },
    });
  });

  it('tells state, spec, usage and manager', async () => {
    expect((await describeKey('5678efab-56ef-78ab-90cd-567890abcdef')).output).toMatchObject({
      KeyMetadata: { Enabled: false, KeyState: 'PendingDeletion', KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' },
    });
    expect((await describeKey('mrk-1234abcd12ab34cd56ef1234567890ab')).output).toMatchObject({
      KeyMetadata: { KeyManager: 'AWS', MultiRegion: true },
    });
  });

  it.each([
    {
      identifier: '134f2428-cec1-4b25-a1ae-9048164dba47',
      message: `Key 'arn:aws:kms:us-east-1:${account}:key/134f2428-cec1-4b25-a1ae-9048164dba47' does not exist`,
    },
    { identifier: 'fake-key-id', message: "Invalid keyId 'fake-key-id'" },
    { identifier: `arn:aws:kms:eu-west-1:${account}:key/${id}`, message: 'Invalid arn eu-west-1' },
    { identifier: 'alias/none', message: `Alias arn:aws:kms:us-east-1:${account}:alias/none is not found.` },
  ])('does not find $identifier', async ({ identifier, message }) => {
    expect(await describeKey(identifier)).toMatchObject({ status: 400, code: 'NotFoundException', message });
  });

  it("shows another account's key only where that is shared", async () => {
    const arn = (key: string) => `arn:aws:kms:us-east-1:444455556666:key/${key}`;
    expect(await describeKey(arn('9abc0123-9abc-0123-4567-9abcdef01234'))).toMatchObject({
      status: 400,
      code: 'AccessDeniedException',
    });
    expect(await describeKey(arn('abcd4567-abcd-4567-89ab-abcdef456789'))).toMatchObject({ status: 200 });
  });

  it('is refused to a principal without kms:DescribeKey', async () => {
    const principals = [{ accessKeyId: 'AKIALIMITED', denied: ['kms:DescribeKey'] }];
    const { kms } = clientsOf(await startSandbox({ ...options, principals }), { accessKeyId: 'AKIALIMITED' });
    const result = await resultOf(kms.send(new DescribeKeyCommand({ KeyId: id })));
    expect(result.code).toBe('AccessDeniedException');
    expect(result.message).toContain('kms:DescribeKey');
  });
});
