import { dsseKms, sseKms, sseS3 } from '../s3/algorithms.ts';
import type { Node } from '../syntax/node.ts';
import type { Fix } from './fix.ts';
import { use } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';
import { defaultsOf } from './walk.ts';

export const dsseOnDirectoryBucket: Rule = {
  id: 'dsse-on-directory-bucket',
  severity: 'error',
  bucketTypes: ['directory'],
  insteadOf: [
    'malformed-kms-key',
    'kms-key-partition-mismatch',
    'kms-key-region-mismatch',
    'kms-alias-on-directory-bucket',
    'managed-key-on-directory-bucket',
  ],
  needs: 'kms-algorithm',
  *check(world) {
    for (const { byDefault, algorithm } of defaultsOf(world)) {
      const { sseAlgorithm, kmsMasterKeyId: key } = byDefault;
      if (algorithm !== dsseKms || sseAlgorithm.state !== 'known') continue;
      const speaksFor = key.state === 'absent' ? undefined : key.node;
      const message = 'A directory bucket has no DSSE-KMS; it takes AES256 or aws:kms';
      const fixes = () => instead(sseAlgorithm.node, key.state === 'absent');
      yield { message, at: sseAlgorithm.node, speaksFor, fixes };
    }
  },
};

/** Without a key there is none that a directory bucket could use with aws:kms. */
function instead(node: Node, isKeyless: boolean): Fix[] {
  return isKeyless ? [use(node, sseS3, { preferred: true })] : [use(node, sseKms, { preferred: true })];
}

export const docs: RuleDocs = {
  what: 'SSEAlgorithm aws:kms:dsse on a directory bucket.',
  why: 'Directory buckets have only two values for their default encryption: `AES256` and `aws:kms`.',
  fix: 'Use `aws:kms` with a customer managed key, or `AES256`.',
  sources: ['putBucketEncryption', 'directoryKms'],
  bad: [
    {
      language: 'json',
      bucketType: 'directory',
      text: `
        { "Rules": [{ "ApplyServerSideEncryptionByDefault": {
          "SSEAlgorithm": "aws:kms:dsse",
          "KMSMasterKeyID": "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        } }] }
      `,
    },
    {
      language: 'yaml',
      text: `
      Resources:
        Data:
          Type: AWS::S3Express::DirectoryBucket
          Properties:
            LocationName: usw2-az1
            DataRedundancy: SingleAvailabilityZone
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault:
                    SSEAlgorithm: aws:kms:dsse
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
          Type: AWS::S3Express::DirectoryBucket
          Properties:
            LocationName: usw2-az1
            DataRedundancy: SingleAvailabilityZone
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault:
                    SSEAlgorithm: aws:kms
                    KMSMasterKeyID: !GetAtt Key.Arn
    `,
    },
  ],
};
