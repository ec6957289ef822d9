import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Aws } from '../../client/src/aws/aws.ts';
import type { BucketEncryption } from '../../client/src/aws/encryption.ts';
import { groundTruth } from '../ground-truth/cases.ts';
import { s3Namespace } from '../sandbox/formats.ts';
import { writeXml, type XmlElements } from '../sandbox/writeXml.ts';
import { encryptionBody, type Loopback, openLoopback } from './loopback.ts';
import { keysOfDev, openAt, sharedFiles } from './open.ts';

let server: Loopback;
let aws: Aws;

beforeAll(async () => {
  sharedFiles({ credentials: keysOfDev });
  server = await openLoopback();
  aws = await openAt(server.url);
});

afterEach(() => {
  server.seen.length = 0;
});

afterAll(async () => {
  aws.close();
  await server.close();
});

/** A rule of which AWS has answered that a bucket has it, by the case's id. */
const recorded = answersOnRecord();

function answersOnRecord(): [string, XmlElements][] {
  return groundTruth
    .filter(({ operation }) => operation === 'GetBucketEncryption')
    .flatMap(({ id, expect: { body } }) => {
      const { Rules = [] } = (body ?? {}) as { Rules?: XmlElements[] };
      return Rules.map((rule): [string, XmlElements] => [id, rule]);
    });
}

const byDefault =
  '<ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>alias/x</KMSMasterKeyID>' +
  '</ApplyServerSideEncryptionByDefault>';
const sseKms = { sseAlgorithm: 'aws:kms', kmsMasterKeyId: 'alias/x' };
const whole = encryptionBody(byDefault);
const bare = `<ServerSideEncryptionConfiguration><Rule>${byDefault}</Rule></ServerSideEncryptionConfiguration>`;
const blocking = '<BlockedEncryptionTypes><EncryptionType>SSE-C</EncryptionType></BlockedEncryptionTypes>';

const get = (body: string, status = 200) => {
  server.reply({ status, body });
  return aws.getEncryption('plain-bucket');
};

describe('GetBucketEncryption reads', () => {
  it.each<[string, BucketEncryption]>([
    [
      `${byDefault}<BucketKeyEnabled>true</BucketKeyEnabled>${blocking.replace('SSE-C', 'NONE')}`,
      { ...sseKms, bucketKeyEnabled: true, blockedEncryptionTypes: ['NONE'] },
    ],
    ['<BucketKeyEnabled>false</BucketKeyEnabled>', { bucketKeyEnabled: false }],
    ['', {}],
  ])('the rule %s', async (rule, value) => {
    expect(await get(encryptionBody(rule))).toEqual({ ok: true, value, requestId: 'REQUEST1' });
  });

  it.each<[string, string, BucketEncryption]>([
    ['without a namespace or a declaration', bare, sseKms],
    ['with namespaces in it', bare.replace('<Rule', '<Rule xmlns="" xmlns:x="http://x"'), sseKms],
    ['with a root of another name', bare.replaceAll('ServerSideEncryptionConfiguration', 'BucketEncryption'), sseKms],
    ['with lines and comments', `${whole.replaceAll('><', '>\r\n  <!-- -->\r\n  <')}\n`, sseKms],
    ['with characters spelt out', whole.replace('alias/x', 'alias&#x2F;x'), sseKms],
    ['with an empty key', whole.replace(/<KMS.*KeyID>/, '<KMSMasterKeyID/>'), { sseAlgorithm: 'aws:kms' }],
    [
      'in another order, with two blocked types',
      encryptionBody(
        `${blocking.replace(/<Enc.*Type>/, '$&$&')}<BucketKeyEnabled>false</BucketKeyEnabled>${byDefault}`,
      ),
      { ...sseKms, bucketKeyEnabled: false, blockedEncryptionTypes: ['SSE-C', 'SSE-C'] },
    ],
    [
      'with elements that close themselves',
      encryptionBody(`${byDefault}<BucketKeyEnabled/><BlockedEncryptionTypes/>`),
      { ...sseKms, bucketKeyEnabled: false },
    ],
  ])('an answer %s', async (_, body, value) => {
    expect(await get(body)).toEqual({ ok: true, value, requestId: 'REQUEST1' });
  });

  it.each(recorded)('what AWS has answered: %s', async (_, rule) => {
    const body = writeXml('ServerSideEncryptionConfiguration', { Rule: rule }, s3Namespace);
    expect(await get(body)).toMatchObject({ ok: true });
  });

  it('that there is none only where the answer says so', async () => {
    const body = '<Error><Code>ServerSideEncryptionConfigurationNotFoundError</Code></Error>';
    expect(await get(body, 404)).toMatchObject({ ok: true, value: 'none' });
  });
});

describe('GetBucketEncryption does not understand, and takes for neither less nor none,', () => {
  it.each<[string, string, string]>([
    ['a new member of the rule', encryptionBody(`${byDefault}<Enforced><Mode>1</Mode></Enforced>`), 'Rule/Enforced,'],
    ['a new member of the default', whole.replace('<KMS', '<New>x</New>$&'), 'ByDefault/New,'],
    ['a new member beside the rule', bare.replace('</Rule>', '$&<Extra/>'), 'Configuration/Extra,'],
    ['a rule of other members', encryptionBody('<Other>1</Other>'), 'Rule/Other,'],
    ['an attribute', bare.replace('<Rule', '<Rule kind="x"'), 'Rule/kind,'],
    ['text where members belong', encryptionBody(`${byDefault} and more`), 'Rule/#text,'],
    ['blanks without a line, of which the SDK makes nothing', bare.replaceAll('><', '> <'), 'Configuration/#text,'],
    ['a member that stands twice', encryptionBody(byDefault + byDefault), 'ByDefault,'],
    [
      'a bucket key that is neither on nor off',
      encryptionBody('<BucketKeyEnabled>1</BucketKeyEnabled>'),
      'BucketKeyEnabled,',
    ],
    ['a name that every object has', encryptionBody('<constructor/>'), 'Rule/constructor,'],
    ['a page of something between', '<html><body>Welcome</body></html>', 'html/body,'],
  ])('%s', async (_, body, place) => {
    const failure = { code: 'UnknownMember', message: expect.stringContaining(place), requestId: 'REQUEST1' };
    expect(await get(body)).toMatchObject({ ok: false, failure });
  });

  it.each([
    ['no rule', '<ServerSideEncryptionConfiguration/>', 'NoRule'],
    ['no body', '', 'NoRule'],
    ['two rules', bare.replace(/<Rule>.*<\/Rule>/, '$&$&'), 'SeveralRules'],
  ])('%s', async (_, body, code) => {
    expect(await get(body)).toMatchObject({ ok: false, failure: { kind: 'other', code } });
  });

  it.each([
    '<ServerSideEncryptionConfiguration><Rule>',
    'Welcome',
    '{"Rules":[]}',
    whole.replace('alias/x', '<Id>x</Id>'),
  ])('what the SDK cannot read: %s', async (body) => {
    expect(await get(body)).toMatchObject({ ok: false, failure: { kind: 'other', status: 200 } });
  });
});
