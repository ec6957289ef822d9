import { isAlias, isManagedKey, type KmsKeyReference, managedKeyAlias } from './kmsKeys.ts';

/** What a key reference is made of. */
export interface KeyParts {
  /** What kind of reference it is, in words. */
  readonly kind: string;
  readonly partition?: string;
  readonly account?: string;
  readonly region?: string;
  /** The key's id, or the alias. */
  readonly name: string;
}

/** Takes a reference apart. https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id */
export function keyParts(key: KmsKeyReference): KeyParts {
  const name = isAlias(key) ? key.alias : key.keyId;
  const kind = kindOf(key);
  return key.form === 'key-arn' || key.form === 'alias-arn'
    ? { kind, partition: key.partition, account: key.account, region: key.region, name }
    : { kind, name };
}

function kindOf(key: KmsKeyReference): string {
  if (isManagedKey(key)) return `the AWS managed key ${managedKeyAlias.slice('alias/'.length)}`;
  if (isAlias(key)) return key.form === 'alias' ? 'alias' : 'alias ARN';
  const multiRegion = key.keyId.startsWith('mrk-') ? 'multi-Region ' : '';
  return multiRegion + (key.form === 'key-id' ? 'key id' : 'key ARN');
}
