import { accountIdPattern } from './accountIds.ts';
import { partitionPattern, regionPattern } from './partitions.ts';

/**
 * The forms in which a KMS key can be named.
 * https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id
 */
export type KmsKeyReference = KeyId | KeyArn | AliasName | AliasArn;
/** One of these forms. */
export type KmsKeyForm = KmsKeyReference['form'];

/** A bare key id: only good in the account that owns the key. */
export interface KeyId {
  readonly form: 'key-id';
  readonly keyId: string;
}

/** A key's ARN: the one form that names a key wherever it is used. */
export interface KeyArn extends ArnParts {
  readonly form: 'key-arn';
  readonly keyId: string;
}

/** `alias/…`: resolved in the account of whoever makes the request. */
export interface AliasName {
  readonly form: 'alias';
  readonly alias: string;
}

/** An alias's ARN: names the account and the Region that the alias is resolved in. */
export interface AliasArn extends ArnParts {
  readonly form: 'alias-arn';
  readonly alias: string;
}

interface ArnParts {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

/** The types of a template's resources that are KMS keys. */
export const keyResourceTypes: ReadonlySet<string> = new Set(['AWS::KMS::Key', 'AWS::KMS::ReplicaKey']);

/** The one KeySpec of a key that S3 can use: https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html */
export const symmetricKeySpec = 'SYMMETRIC_DEFAULT';
/** The one KeyUsage of such a key. */
export const encryptKeyUsage = 'ENCRYPT_DECRYPT';

/** The alias of the AWS managed key that S3 uses where no key is named. */
export const managedKeyAlias = 'alias/aws/s3';

/** The pattern of a key id. */
export const keyIdPattern = '(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32})';
const aliasPattern = 'alias/[a-zA-Z0-9:/_-]{1,256}';

/** The pattern of each form, matched whole. */
export const kmsKeyPatterns: Readonly<Record<KmsKeyForm, string>> = {
  'key-id': keyIdPattern,
  'key-arn': arnOf(`key/${keyIdPattern}`),
  alias: aliasPattern,
  'alias-arn': arnOf(aliasPattern),
};

/** The pattern of the AWS managed key's alias, by name or by ARN. */
export const managedKeyPattern = `(?:${managedKeyAlias}|${arnOf(managedKeyAlias)})`;

function arnOf(resource: string): string {
  return `arn:${partitionPattern}:kms:${regionPattern}:${accountIdPattern}:${resource}`;
}

const keyId = new RegExp(`^${keyIdPattern}$`);
const aliasName = new RegExp(`^${aliasPattern}$`);
const arn = new RegExp(
  `^arn:(${partitionPattern}):kms:(${regionPattern}):(${accountIdPattern}):(?:key/(${keyIdPattern})|(${aliasPattern}))$`,
);

/** Reads a key reference; undefined for text that is none of the four forms. Upper-case ids are none: see `lowerCaseKeyId`. */
export function parseKmsKey(text: string): KmsKeyReference | undefined {
  if (keyId.test(text)) return { form: 'key-id', keyId: text };
  if (aliasName.test(text)) return { form: 'alias', alias: text };
  return text.length <= 2048 ? parseArn(text) : undefined;
}

/**
 * A key id or a key's ARN with its id in lower case, where that is all that is wrong with it. What S3 makes of an id in upper case
 * is not known.
 */
export function lowerCaseKeyId(text: string): string | undefined {
  const id = text.replace(/^.*\//s, '');
  const lower = text.slice(0, text.length - id.length) + id.toLowerCase();
  return lower !== text && ['key-id', 'key-arn'].includes(parseKmsKey(lower)?.form ?? '') ? lower : undefined;
}

/** True for an alias, by name or by ARN. */
export function isAlias(key: KmsKeyReference): key is AliasName | AliasArn {
  return isAliasForm(key.form);
}

/** True for the two forms of an alias. */
export function isAliasForm(form: KmsKeyForm): boolean {
  return form === 'alias' || form === 'alias-arn';
}

/** True for the alias of the AWS managed key of S3, by name or by ARN. */
export function isManagedKey(key: KmsKeyReference): boolean {
  return isAlias(key) && key.alias === managedKeyAlias;
}

/** True for text that names that key. */
export function namesManagedKey(text: string): boolean {
  const key = parseKmsKey(text);
  return key !== undefined && isManagedKey(key);
}

function parseArn(text: string): KeyArn | AliasArn | undefined {
  const [found, partition = '', region = '', account = '', id, alias = ''] = arn.exec(text) ?? [];
  if (found === undefined) return undefined;
  const parts = { partition, region, account };
  return id === undefined ? { form: 'alias-arn', ...parts, alias } : { form: 'key-arn', ...parts, keyId: id };
}
