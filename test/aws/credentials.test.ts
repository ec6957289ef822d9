import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Aws } from '../../client/src/aws/aws.ts';
import { listProfiles } from '../../client/src/aws/profiles.ts';
import type { AwsOptions } from '../../client/src/aws/session.ts';
import { encrypted, type Loopback, openLoopback, type Reply, refusal } from './loopback.ts';
import { keysOfDev, openAt, sharedFiles } from './open.ts';

/** S3, and what gives credentials: STS and the portal of IAM Identity Center. */
let s3: Loopback;
let issuer: Loopback;

const process_ = `echo '{"Version":1,"AccessKeyId":"AKIAPROCESS","SecretAccessKey":"s"}'`;
const sso = 'sso_account_id = 111122223333\nsso_role_name = admin\nregion = eu-west-1';
const config = `
[profile process]
credential_process = ${process_}
[profile role]
role_arn = arn:aws:iam::111122223333:role/admin
source_profile = dev
region = eu-west-1
[profile chain]
role_arn = arn:aws:iam::444455556666:role/admin
source_profile = role
[profile mfa]
role_arn = arn:aws:iam::111122223333:role/admin
source_profile = dev
mfa_serial = arn:aws:iam::111122223333:mfa/ada
[profile sso]
sso_session = corp
${sso}
[profile old-sso]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-west-1
${sso}
[profile login]
login_session = arn:aws:iam::111122223333:user/ada
[profile lost]
role_arn = arn:aws:iam::111122223333:role/admin
source_profile = nobody
[profile settings]
region = us-east-2
[sso-session corp]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-west-1
[services own]
s3 =
  endpoint_url = http://localhost
`;

let home = '';

beforeAll(async () => {
  s3 = await openLoopback();
  issuer = await openLoopback();
});

beforeEach(() => {
  home = sharedFiles({ config, credentials: keysOfDev });
  process.env.AWS_ENDPOINT_URL_STS = issuer.url;
  process.env.AWS_ENDPOINT_URL_SSO = issuer.url;
  process.env.AWS_ENDPOINT_URL_SIGNIN = issuer.url;
  s3.seen.length = 0;
  issuer.seen.length = 0;
  s3.reply(encrypted);
  issuer.reply(roleCredentials);
});

afterAll(async () => {
  await s3.close();
  await issuer.close();
});

const roleCredentials: Reply = {
  status: 200,
  body: `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
    <AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>
    <Expiration>2999-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`,
};

async function use<T>(options: Partial<AwsOptions>, work: (aws: Aws) => Promise<T>): Promise<T> {
  const aws = await openAt(s3.url, options);
  try {
    return await work(aws);
  } finally {
    aws.close();
  }
}

const get = (options: Partial<AwsOptions>) => use(options, (aws) => aws.getEncryption('plain-bucket'));
const accessKeys = () => s3.seen.map(({ headers }) => /Credential=(\w+)/.exec(headers.authorization ?? '')?.[1]);

describe('credentials', () => {
  it.each([
    ['dev', 'AKIAEXAMPLE'],
    ['process', 'AKIAPROCESS'],
    ['role', 'ASIAROLE'],
    ['chain', 'ASIAROLE'],
  ])('of the profile %s', async (profile, accessKey) => {
    expect(await get({ profile })).toMatchObject({ ok: true });
    expect(accessKeys()).toEqual([accessKey]);
  });

  it('of a chain of roles, one after the other', async () => {
    await get({ profile: 'chain' });
    expect(issuer.seen.map(({ body }) => new URLSearchParams(body).get('RoleArn'))).toEqual([
      'arn:aws:iam::111122223333:role/admin',
      'arn:aws:iam::444455556666:role/admin',
    ]);
  });

  it('of the environment, and of AWS_PROFILE, where no profile was chosen', async () => {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIAENV', AWS_SECRET_ACCESS_KEY: 's' });
    await get({ profile: undefined });
    expect(accessKeys()).toEqual(['AKIAENV']);
    // The SDK warns, once and to the console, of having both.
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    process.env.AWS_PROFILE = 'process';
    await get({ profile: undefined });
    warn.mockRestore();
    expect(accessKeys()).toEqual(['AKIAENV', 'AKIAPROCESS']);
  });

  it("of a profile that was chosen, in spite of the environment's", async () => {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'AKIAENV', AWS_SECRET_ACCESS_KEY: 's' });
    await get({ profile: 'dev' });
    expect(accessKeys()).toEqual(['AKIAEXAMPLE']);
  });

  it("of a profile that fails are none: those of the machine are another's", async () => {
    const machine = {
      AccessKeyId: 'AKIAMACHINE',
      SecretAccessKey: 's',
      Token: 't',
      Expiration: '2999-01-01T00:00:00Z',
    };
    issuer.reply({ status: 200, body: JSON.stringify(machine) });
    process.env.AWS_CONTAINER_CREDENTIALS_FULL_URI = `${issuer.url}/credentials`;
    await get({ profile: undefined });
    expect(accessKeys()).toEqual(['AKIAMACHINE']);
    issuer.seen.length = 0;
    for (const profile of ['lost', 'unheard-of']) {
      expect(await get({ profile })).toMatchObject({ ok: false, failure: { kind: 'no-credentials' } });
    }
    expect([accessKeys(), issuer.seen]).toEqual([['AKIAMACHINE'], []]);
  });

  it('are read anew from a file that has changed', async () => {
    await get({ profile: 'dev' });
    writeFileSync(process.env.AWS_SHARED_CREDENTIALS_FILE ?? '', keysOfDev.replace('AKIAEXAMPLE', 'AKIANEW'));
    await get({ profile: 'dev' });
    expect(accessKeys()).toEqual(['AKIAEXAMPLE', 'AKIANEW']);
  });

  const codes = ['ExpiredToken', 'InvalidAccessKeyId'];
  const sources = ['dev', undefined];

  it.each(codes.flatMap((code) => sources.map((profile) => [code, profile] as const)))(
    'that AWS answers with %s are forgotten, and read anew once the user has renewed them: profile %s',
    async (code, profile) => {
      const file = process.env.AWS_SHARED_CREDENTIALS_FILE ?? '';
      const keys = keysOfDev.replace('[dev]', `[${profile ?? 'default'}]`);
      writeFileSync(file, keys);
      await use({ profile }, async (aws) => {
        s3.reply(refusal(400, code), { status: 200, body: '<ServerSideEncryptionConfiguration/>' });
        const elsewhere = await aws.inRegion('us-east-1');
        expect(await elsewhere.getEncryption('plain-bucket')).toMatchObject({ ok: false });
        writeFileSync(file, keys.replace('AKIAEXAMPLE', 'AKIANEW'));
        for (const each of [elsewhere, aws]) await each.getEncryption('plain-bucket');
      });
      expect(accessKeys()).toEqual(['AKIAEXAMPLE', 'AKIANEW', 'AKIANEW']);
    },
  );

  it('of a role that AWS takes for expired are had again, though they say otherwise', async () => {
    await use({ profile: 'role' }, async (aws) => {
      s3.reply(refusal(400, 'ExpiredToken'), { status: 200, body: '<ServerSideEncryptionConfiguration/>' });
      await aws.getEncryption('plain-bucket');
      await aws.getEncryption('plain-bucket');
    });
    expect(issuer.seen).toHaveLength(2);
  });

  it('are had once for all calls and Regions', async () => {
    await use({ profile: 'role' }, async (aws) => {
      await aws.getEncryption('plain-bucket');
      await (await aws.inRegion('us-east-1')).getEncryption('plain-bucket');
      await aws.callerIdentity();
    });
    expect(issuer.seen).toHaveLength(1);
    expect(accessKeys()).toEqual(['ASIAROLE', 'ASIAROLE', 'ASIAROLE']);
  });

  it('are had again after a failure', async () => {
    await use({ profile: 'role' }, async (aws) => {
      const denied = '<ErrorResponse><Error><Code>AccessDenied</Code><Message>No</Message></Error></ErrorResponse>';
      issuer.reply({ status: 403, body: denied });
      expect(await aws.getEncryption('plain-bucket')).toMatchObject({
        ok: false,
        failure: { kind: 'access-denied', status: 403, advice: expect.stringContaining('sts:AssumeRole') },
      });
      issuer.reply(roleCredentials);
      expect(await aws.getEncryption('plain-bucket')).toMatchObject({ ok: true });
    });
  });

  it('are none', async () => {
    expect(await get({ profile: undefined })).toMatchObject({
      ok: false,
      failure: { kind: 'no-credentials', advice: 'Choose a profile, or set credentials in the environment' },
    });
    expect(await get({ profile: 'settings' })).toMatchObject({
      failure: { kind: 'no-credentials', advice: expect.stringContaining('Check the profile settings') },
    });
  });
});

describe('a code of an MFA device', () => {
  const codes = () => issuer.seen.map(({ body }) => new URLSearchParams(body).get('TokenCode'));

  it('is asked for once, with the serial number', async () => {
    const askMfaCode = vi.fn(async () => '123456');
    await use({ profile: 'mfa', askMfaCode }, async (aws) => {
      await Promise.all([aws.getEncryption('plain-bucket'), aws.callerIdentity()]);
    });
    expect(askMfaCode.mock.calls).toEqual([['arn:aws:iam::111122223333:mfa/ada']]);
    expect(codes()).toEqual(['123456']);
  });

  it('is not given: that is a cancel', async () => {
    const answer = await get({ profile: 'mfa', askMfaCode: async () => undefined });
    expect(answer).toEqual({ ok: false, failure: { kind: 'cancelled', message: 'Cancelled', advice: '' } });
    expect([codes(), accessKeys()]).toEqual([[], []]);
  });

  it('is not given, and is not asked for again at once: each of many buckets would ask for it', async () => {
    const askMfaCode = vi.fn(async () => undefined);
    const now = vi.spyOn(performance, 'now').mockReturnValue(10_000);
    await use({ profile: 'mfa', askMfaCode }, async (aws) => {
      const asked = async () => {
        const answer = await aws.getEncryption('plain-bucket');
        return [answer.ok || answer.failure.kind, askMfaCode.mock.calls.length];
      };
      expect([await asked(), await asked()]).toEqual(Array(2).fill(['cancelled', 1]));
      now.mockReturnValue(11_000);
      expect(await asked()).toEqual(['cancelled', 2]);
    });
    now.mockRestore();
  });

  it('can not be asked for', async () => {
    expect(await get({ profile: 'mfa' })).toMatchObject({ failure: { kind: 'no-credentials' } });
  });
});

describe('IAM Identity Center', () => {
  const token = (id: string, expiresAt: string) => {
    const folder = join(home, '.aws', 'sso', 'cache');
    mkdirSync(folder, { recursive: true });
    const name = `${createHash('sha1').update(id).digest('hex')}.json`;
    writeFileSync(join(folder, name), JSON.stringify({ accessToken: 'token', expiresAt }));
  };
  const ids = { sso: 'corp', 'old-sso': 'https://corp.awsapps.com/start' } as const;
  const dueFor = (profile: string) => ({
    failure: { kind: 'sso-login-due', advice: `Sign in again: aws sso login --profile ${profile}` },
  });

  it.each(['sso', 'old-sso'] as const)('wants a sign-in where there is no token: %s', async (profile) => {
    expect(await get({ profile })).toMatchObject(dueFor(profile));
  });

  it.each(['sso', 'old-sso'] as const)('wants a sign-in where the token has expired: %s', async (profile) => {
    token(ids[profile], '2020-01-01T00:00:00Z');
    expect(await get({ profile })).toMatchObject(dueFor(profile));
  });

  it.each(['sso', 'old-sso'] as const)('wants a sign-in where the token is not accepted: %s', async (profile) => {
    token(ids[profile], '2999-01-01T00:00:00Z');
    const headers = { 'x-amzn-errortype': 'UnauthorizedException', 'content-type': 'application/json' };
    issuer.reply({ status: 401, headers, body: '{"message":"Session token not found or invalid"}' });
    expect(await get({ profile })).toMatchObject(dueFor(profile));
  });

  it.each(['sso', 'old-sso'] as const)('gives credentials, and the token goes nowhere else: %s', async (profile) => {
    token(ids[profile], '2999-01-01T00:00:00Z');
    const roleCredentials = {
      accessKeyId: 'ASIASSO',
      secretAccessKey: 's',
      sessionToken: 't',
      expiration: 32503680000000,
    };
    issuer.reply({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ roleCredentials }),
    });
    expect(await get({ profile })).toMatchObject({ ok: true });
    expect(accessKeys()).toEqual(['ASIASSO']);
    expect(issuer.seen[0]?.headers['x-amz-sso_bearer_token']).toBe('token');
    expect(JSON.stringify(s3.seen)).not.toContain('bearer');
  });
});

it('a session of aws login that is not there wants one', async () => {
  expect(await get({ profile: 'login' })).toMatchObject({
    failure: { kind: 'expired-credentials', advice: 'Sign in again: aws login --profile login' },
  });
});

it('the profiles are listed with kind and Region, and no secrets', async () => {
  expect(await listProfiles()).toEqual([
    { name: 'chain', kind: 'role' },
    { name: 'dev', kind: 'keys' },
    { name: 'login', kind: 'login' },
    { name: 'lost', kind: 'role' },
    { name: 'mfa', kind: 'role' },
    { name: 'old-sso', kind: 'sso', region: 'eu-west-1' },
    { name: 'process', kind: 'process' },
    { name: 'role', kind: 'role', region: 'eu-west-1' },
    { name: 'settings', kind: 'none', region: 'us-east-2' },
    { name: 'sso', kind: 'sso', region: 'eu-west-1' },
  ]);
  process.env.AWS_CONFIG_FILE = join(home, 'none');
  process.env.AWS_SHARED_CREDENTIALS_FILE = join(home, 'none');
  expect(await listProfiles()).toEqual([]);
});
