import { mayBe } from '../cloudformation/mayBe.ts';
import { knownEnd, literalOf, shownText, type Text } from '../cloudformation/text.ts';
import { type WrittenText, writtenText } from '../cloudformation/value.ts';
import { takesKmsKey } from '../s3/algorithms.ts';
import { kmsKeyPatterns, lowerCaseKeyId, managedKeyAlias, parseKmsKey } from '../s3/kmsKeys.ts';
import type { Fix } from './fix.ts';
import { fix, removeMember, use } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';
import type { Severity } from './severity.ts';
import { defaultsOf } from './walk.ts';

export const malformedKmsKey: Rule = {
  id: 'malformed-kms-key',
  severity: 'error',
  insteadOf: ['wrong-type'],
  needs: 'kms-key-text',
  *check(world) {
    for (const { byDefault, algorithm } of defaultsOf(world)) {
      const key = writtenText(byDefault.kmsMasterKeyId);
      if (!key || forms.some((form) => mayBe(key.text, form))) continue;
      const atMost = isUnproven(key.text, algorithm) ? ({ atMost: 'warning' } satisfies { atMost: Severity }) : {};
      yield { message: messageFor(key.text), at: key.node, ...atMost, fixes: () => fixesFor(key) };
    }
  },
};

const forms = Object.values(kmsKeyPatterns);

/** What S3 makes of these is not on record. */
function isUnproven(key: Text, algorithm: string | undefined): boolean {
  if (literalOf(key) === '') return algorithm === undefined || !takesKmsKey(algorithm);
  return isInUpperCase(key);
}

/** True for a key id in upper case, also in an ARN of which parts aren't known. */
function isInUpperCase(key: Text): boolean {
  const known = literalOf(key);
  if (known !== undefined) return lowerCaseKeyId(known) !== undefined;
  const id = knownEnd(key).replace(/^.*\//s, '');
  const lower = [...key.slice(0, -1), knownEnd(key).slice(0, -id.length) + id.toLowerCase()];
  return id !== '' && mayBe(lower, kmsKeyPatterns['key-arn']);
}

function messageFor(text: Text): string {
  const key = shownText(text);
  if (key === '') return 'KMSMasterKeyID is empty';
  if (key === 'aws/s3') return 'KMSMasterKeyID aws/s3 is no key; the alias is alias/aws/s3';
  if (isInUpperCase(text)) return 'KMSMasterKeyID has its key id in upper case; KMS has them in lower case';
  if (key !== key.trim() && parseKmsKey(key.trim())) return 'KMSMasterKeyID has white space around it';
  return `KMSMasterKeyID ${JSON.stringify(key)} is no key id, key ARN, alias or alias ARN`;
}

/** Of what is put together from parts, the parts are to be mended. */
function fixesFor({ text, node }: WrittenText): Fix[] {
  const key = literalOf(text);
  if (key === undefined) return [];
  const id = lowerCaseKeyId(key);
  const trimmed = key.trim();
  if (key === '') return removeMember(node, { preferred: true });
  if (key === 'aws/s3') return [use(node, managedKeyAlias, { preferred: true }), ...removeMember(node)];
  if (id !== undefined) return [use(node, id, { preferred: true })];
  if (trimmed === key || !parseKmsKey(trimmed)) return [];
  return [fix('Remove the white space', [{ kind: 'set', node, value: trimmed }], { preferred: true })];
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
