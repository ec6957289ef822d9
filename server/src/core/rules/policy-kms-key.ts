import { allowsManagedKey, keyFault } from '../model/requirements.ts';
import { takesKmsKey } from '../s3/algorithms.ts';
import { managedKeyAlias } from '../s3/kmsKeys.ts';
import type { Rule, RuleDocs } from './rule.ts';
import { defaultsOf } from './walk.ts';

export const policyKmsKey: Rule = {
  id: 'policy-kms-key',
  severity: 'error',
  needsPolicy: true,
  needs: 'kms-algorithm',
  *check(world, { bucketType, policy }) {
    for (const { byDefault, algorithm } of defaultsOf(world)) {
      const { kmsMasterKeyId } = byDefault;
      if (algorithm === undefined || !takesKmsKey(algorithm)) continue;
      if (kmsMasterKeyId.state === 'known') {
        const fault = keyFault(kmsMasterKeyId.value, policy);
        if (fault) yield { message: `KMSMasterKeyID is ${fault}`, at: kmsMasterKeyId.node };
      }
      // A directory bucket can't do without a key, which another rule says.
      const isManaged = kmsMasterKeyId.state === 'absent' && bucketType === 'general-purpose';
      if (isManaged && !allowsManagedKey(policy)) {
        yield {
          message: `No key is named, so ${managedKeyAlias} is in force, which the project does not allow`,
          at: byDefault.node,
        };
      }
    }
  },
};

export const docs: RuleDocs = {
  what: 'A KMS key, or a key of an account, that the project does not allow.',
  why: `The project's [policy](../policy.md) has a list \`allowedKeys\`, or one of \`allowedKeyAccounts\`; each that is there
must allow the key. Keys are compared as they are written: an alias isn't the key that it points to. Where no key is named,
\`alias/aws/s3\` is in force. The account of an alias or of a bare key id is that of whoever makes the request, which
no document tells, so only ARNs are compared by account. A key that is the template's own isn't judged.`,
  fix: 'Name a key that the project allows, or allow this one.',
  sources: ['kms', 'kmsKeyIds'],
  bad: [
    {
      language: 'json',
      policy: { allowedKeyAccounts: ['111122223333'] },
      text: `
      { "Rules": [{ "BucketKeyEnabled": true, "ApplyServerSideEncryptionByDefault": {
        "SSEAlgorithm": "aws:kms",
        "KMSMasterKeyID": "arn:aws:kms:us-east-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      } }] }
    `,
    },
    {
      language: 'yaml',
      policy: { allowedKeys: ['arn:aws:kms:*:111122223333:key/*'] },
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
    `,
    },
  ],
  good: [
    {
      language: 'yaml',
      policy: { allowedKeys: ['arn:aws:kms:*:111122223333:key/*'] },
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
