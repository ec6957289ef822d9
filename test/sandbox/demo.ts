import type { SandboxOptions } from './server.ts';

const account = '111122223333';
const key = '1234abcd-12ab-34cd-56ef-1234567890ab';

/**
 * A sandbox to try things in: buckets of both types, in two Regions, of two accounts, and keys that do and don't fit.
 * Its user is that of `defaultAccessKeyId`.
 */
export const demo: SandboxOptions = {
  account,
  regions: ['us-east-1', 'eu-west-1'],
  buckets: [
    { name: 'first-bucket' },
    {
      name: 'invoices',
      encryption: { algorithm: 'aws:kms', key: `arn:aws:kms:us-east-1:${account}:key/${key}`, bucketKeyEnabled: true },
    },
    { name: 'old-archive', encryption: { algorithm: 'AES256', bucketKeyEnabled: false, blockedTypes: ['NONE'] } },
    { name: 'reports-eu', region: 'eu-west-1' },
    { name: 'partners-inbox', account: '444455556666', sharedWith: [account] },
    { name: 'fast--use1-az4--x-s3' },
    { name: 'fast--euw1-az1--x-s3', region: 'eu-west-1' },
  ],
  keys: [
    { id: key, aliases: ['alias/invoices'] },
    { id: '5678efab-56ef-78ab-90cd-567890abcdef', state: 'Disabled', aliases: ['alias/retired'] },
    { id: '9abc0123-9abc-0123-4567-9abcdef01234', spec: 'RSA_2048', aliases: ['alias/asymmetric'] },
    { id: 'abcd4567-abcd-4567-89ab-abcdef456789', region: 'eu-west-1', aliases: ['alias/reports'] },
  ],
};
