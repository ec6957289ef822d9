import { zoneOf } from '../model/zone.ts';
import { isAliasForm } from '../s3/kmsKeys.ts';
import { partitionOf } from '../s3/partitions.ts';
import { regionOfZone } from '../s3/zones.ts';
import { namedKeysOf } from './namedKeys.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const kmsKeyRegionMismatch: Rule = {
  id: 'kms-key-region-mismatch',
  severity: 'error',
  bucketTypes: ['directory'],
  needs: 'kms-key-text',
  *check(world) {
    const zone = zoneOf(world);
    const expected = zone === undefined ? undefined : regionOfZone(zone);
    if (expected === undefined) return;
    for (const { form, partition, region, node } of namedKeysOf(world)) {
      // Of an alias another rule speaks, and of a Region that its partition lacks.
      if (isAliasForm(form) || region === undefined || region === expected) continue;
      if (partition !== undefined && partitionOf(region) !== partition) continue;
      yield { message: `The key's Region is ${region}; the bucket's zone ${zone} is in ${expected}`, at: node };
    }
  },
};

export const docs: RuleDocs = {
  what: "The KMS key's ARN names another Region than the directory bucket's zone is in.",
  why: `S3 looks for the key in the Region of the bucket. A directory bucket lies in one Availability Zone, and the id of the
zone tells the Region: \`usw2-az1\` is in us-west-2. For a directory bucket S3 checks the key when the configuration is put.
Only zones whose Region AWS lists are judged.`,
  fix: "Name a key of the bucket's Region.",
  sources: ['directoryZones', 'directoryKms'],
  bad: [
    {
      language: 'json',
      text: `
      {
        "Bucket": "amzn-s3-demo-bucket--usw2-az1--x-s3",
        "ServerSideEncryptionConfiguration": { "Rules": [{ "ApplyServerSideEncryptionByDefault": {
          "SSEAlgorithm": "aws:kms",
          "KMSMasterKeyID": "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        } }] }
      }
    `,
    },
    {
      language: 'yaml',
      text: `
      Resources:
        Data:
          Type: AWS::S3Express::DirectoryBucket
          Properties:
            LocationName: apne1-az4
            DataRedundancy: SingleAvailabilityZone
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault:
                    SSEAlgorithm: aws:kms
                    KMSMasterKeyID: !Sub arn:aws:kms:us-east-1:\${AWS::AccountId}:key/1234abcd-12ab-34cd-56ef-1234567890ab
    `,
    },
  ],
  good: [
    {
      language: 'yaml',
      text: `
      Bucket: amzn-s3-demo-bucket--usw2-az1--x-s3
      ServerSideEncryptionConfiguration:
        Rules:
          - ApplyServerSideEncryptionByDefault:
              SSEAlgorithm: aws:kms
              KMSMasterKeyID: arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
    `,
    },
  ],
};
