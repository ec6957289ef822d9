import { isPresent } from '../cloudformation/value.ts';
import { refusesKmsKey, sseKms } from '../s3/algorithms.ts';
import { removeMember, use } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';
import { defaultsOf } from './walk.ts';

export const kmsKeyWithoutKms: Rule = {
  id: 'kms-key-without-kms',
  severity: 'error',
  insteadOf: [
    'malformed-kms-key',
    'wrong-type',
    'kms-key-partition-mismatch',
    'kms-key-region-mismatch',
    'asymmetric-kms-key',
    'disabled-kms-key',
    'kms-alias-on-directory-bucket',
    'managed-key-on-directory-bucket',
    'kms-alias',
    'kms-key-id',
  ],
  needs: 'kms-key',
  *check(world) {
    for (const { byDefault, algorithm } of defaultsOf(world)) {
      const { kmsMasterKeyId, sseAlgorithm } = byDefault;
      if (algorithm === undefined || !refusesKmsKey(algorithm) || !isPresent(kmsMasterKeyId)) continue;
      // What S3 makes of an empty key here is not on record: malformed-kms-key warns of it.
      if (!kmsMasterKeyId.node || (kmsMasterKeyId.state === 'known' && kmsMasterKeyId.value === '')) continue;
      const related =
        sseAlgorithm.state === 'known' ? [{ message: 'the algorithm is here', at: sseAlgorithm.node }] : [];
      const { node } = kmsMasterKeyId;
      const useKms = sseAlgorithm.state === 'known' ? [use(sseAlgorithm.node, sseKms, { preferred: true })] : [];
      const fixes = () => [...useKms, ...removeMember(node)];
      yield { message: `KMSMasterKeyID is not allowed with ${algorithm}`, at: node, related, fixes };
    }
  },
};

export const docs: RuleDocs = {
  what: 'KMSMasterKeyID stands beside an algorithm that takes no KMS key.',
  why: `A KMS key is allowed if and only if SSEAlgorithm is \`aws:kms\` or \`aws:kms:dsse\`. Beside \`AES256\` S3 answers 400
InvalidArgument: "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse".
Whatever the key is, also one that only the deployment knows, AWS refuses it there.`,
  fix: 'Use `aws:kms` to encrypt with the key, or remove `KMSMasterKeyID` to stay with SSE-S3.',
  sources: ['byDefault', 'putBucketEncryption'],
  bad: [
    {
      language: 'json',
      text: `
      { "Rules": [{ "ApplyServerSideEncryptionByDefault": {
        "SSEAlgorithm": "AES256",
        "KMSMasterKeyID": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      } }] }
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
                - ServerSideEncryptionByDefault:
                    SSEAlgorithm: AES256
                    KMSMasterKeyID: !GetAtt Key.Arn
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
                - ServerSideEncryptionByDefault:
                    SSEAlgorithm: !If [HasKey, aws:kms, AES256]
                    KMSMasterKeyID: !If [HasKey, !Ref KeyArn, !Ref AWS::NoValue]
    `,
    },
  ],
};
