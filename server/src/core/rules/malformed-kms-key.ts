import { takesKmsKey } from '../s3/algorithms.ts';
import { isUpperCaseKeyId, managedKeyAlias, parseKmsKey } from '../s3/kmsKeys.ts';
import type { Node } from '../syntax/node.ts';
import type { Fix } from './fix.ts';
import { fix, removeMember, use } from './fixing.ts';
import type { Rule, RuleDocs, Severity } from './rule.ts';
import { defaultsOf } from './walk.ts';

export const malformedKmsKey: Rule = {
  id: 'malformed-kms-key',
  severity: 'error',
  insteadOf: ['wrong-type'],
  *check(world) {
    for (const { byDefault, algorithm } of defaultsOf(world)) {
      const { kmsMasterKeyId: key } = byDefault;
      if (key.state !== 'known' || parseKmsKey(key.value)) continue;
      const atMost = isUnproven(key.value, algorithm) ? ({ atMost: 'warning' } satisfies { atMost: Severity }) : {};
      yield { message: messageFor(key.value), at: key.node, ...atMost, fixes: () => fixesFor(key.value, key.node) };
    }
  },
};

function isUnproven(key: string, algorithm: string | undefined): boolean {
  if (key === '') return algorithm === undefined || !takesKmsKey(algorithm);
  return isUpperCaseKeyId(key);
}

function messageFor(key: string): string {
  if (key === '') return 'KMSMasterKeyID is empty';
  if (key === 'aws/s3') return 'KMSMasterKeyID aws/s3 is no key; the alias is alias/aws/s3';
  if (isUpperCaseKeyId(key)) return 'KMSMasterKeyID has its key id in upper case; KMS has them in lower case';
  if (key !== key.trim() && parseKmsKey(key.trim())) return 'KMSMasterKeyID has white space around it';
  return `KMSMasterKeyID ${JSON.stringify(key)} is no key id, key ARN, alias or alias ARN`;
}

function fixesFor(key: string, node: Node): Fix[] {
  const id = lowerCaseKeyId(key);
  const trimmed = key.trim();
  if (key === '') return removeMember(node, { preferred: true });
  if (key === 'aws/s3') return [use(node, managedKeyAlias, { preferred: true }), ...removeMember(node)];
  if (id !== undefined) return [use(node, id, { preferred: true })];
  if (trimmed === key || !parseKmsKey(trimmed)) return [];
  return [fix('Remove the white space', [{ kind: 'set', node, value: trimmed }], { preferred: true })];
}

function lowerCaseKeyId(key: string): string | undefined {
  if (!isUpperCaseKeyId(key)) return undefined;
  const id = key.replace(/^.*\//s, '');
  return key.slice(0, key.length - id.length) + id.toLowerCase();
}

export const docs: RuleDocs = {
  what: 'KMSMasterKeyID is not a key id, a key ARN, an alias or an alias ARN.',
  why: `S3 doesn't look at the key when it sets the default of a general purpose bucket: it answers 200, and from then on
every upload fails with 400 KMS.NotFoundException. \`aws/s3\`, the name that the console shows, is such a value: as an alias
it is \`alias/aws/s3\`. An empty key with \`aws:kms\` is refused at once, with 400 InvalidArgument.

What S3 makes of an id in upper case, or of an empty key beside another algorithm, is not on record: a warning.`,
  fix: 'Name the key by its ARN. For the AWS managed key, leave `KMSMasterKeyID` out or use `alias/aws/s3`.',
  sources: ['kmsKeyIds', 'byDefault'],
  bad: [
    {
      language: 'json',
      text: `
      { "Rules": [{
        "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "aws/s3" },
        "BucketKeyEnabled": true
      }] }
    `,
    },
    {
      language: 'yaml',
      text: `
      Resources:
        Data:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - BucketKeyEnabled: true
                  ServerSideEncryptionByDefault:
                    SSEAlgorithm: aws:kms
                    KMSMasterKeyID: my-key
    `,
    },
  ],
  good: [
    {
      language: 'yaml',
      text: `
      Resources:
        Data:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - BucketKeyEnabled: true
                  ServerSideEncryptionByDefault:
                    SSEAlgorithm: aws:kms
                    KMSMasterKeyID: arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
    `,
    },
  ],
};
