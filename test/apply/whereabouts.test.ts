import { expect, it } from 'vitest';
import { type Place, type Whereabouts, whereabouts } from '../../client/src/apply/whereabouts.ts';
import { account, failed, samePlace } from './fakes.ts';

const host = 'mine.s3.eu-central-1.amazonaws.com';
const at = (is: string, was: string): Whereabouts => ({ differs: 'host', was, is });

it.each<[string, Omit<Place, 'bucket'>, string, Whereabouts]>([
  ['the same host', { host, account }, host, 'same'],
  ['AWS’s host without the name', { host: 's3.eu-central-1.amazonaws.com', account }, host, 'same'],
  ['AWS’s host of FIPS', { host, account }, 'mine.s3-fips.dualstack.us-east-1.amazonaws.com', 'same'],
  [
    'a server in place of another one',
    { host: 'localhost:4566' },
    'localhost:4567',
    at('localhost:4567', 'localhost:4566'),
  ],
  ['AWS in place of a server', { host: 'localhost:4566', account }, host, at(host, 'localhost:4566')],
  ['a server in place of AWS', { host, account }, 'localhost:4566', at('localhost:4566', host)],
  [
    'a server that only looks like AWS',
    { host, account },
    's3.amazonaws.com.example.org',
    at('s3.amazonaws.com.example.org', host),
  ],
  ['a record without a host', { account }, 'localhost:4566', 'same'],
  ['a record without an account', { host: 'localhost:4566' }, 'localhost:4566', 'same'],
  [
    'another account',
    { host, account: '444455556666' },
    host,
    { differs: 'account', was: '444455556666', is: account },
  ],
])('%s', async (_, place, is, expected) => {
  const aws = { ...samePlace, effectiveHost: async () => is };
  expect(await whereabouts(aws, { bucket: 'mine', ...place })).toEqual(expected);
});

it('is not known where the caller is not', async () => {
  const unknown = { effectiveHost: async () => host, callerIdentity: async () => failed({ kind: 'network' }) };
  expect(await whereabouts(unknown, { bucket: 'mine', host, account })).toBe('not-known');
});

it('asks nobody who calls where it makes no difference', async () => {
  const callerIdentity = () => Promise.reject(new Error('nobody is asked'));
  const aws = { effectiveHost: async () => host, callerIdentity };
  expect(await whereabouts(aws, { bucket: 'mine', host })).toBe('same');
  expect(await whereabouts(aws, { bucket: 'mine', host: 'localhost:4566', account })).toMatchObject({
    differs: 'host',
  });
});
