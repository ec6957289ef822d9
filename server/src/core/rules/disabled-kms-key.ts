import { isPresent } from '../cloudformation/value.ts';
import type { Rule, RuleDocs } from './rule.ts';
import { defaultsOf } from './walk.ts';

export const disabledKmsKey: Rule = {
  id: 'disabled-kms-key',
  severity: 'error',
  dialects: ['cloudformation'],
  needs: 'key-resource',
  *check(world) {
    for (const { byDefault } of defaultsOf(world)) {
      const { kmsMasterKeyId: key, keyResource } = byDefault;
      const enabled = keyResource?.enabled;
      if (enabled?.state !== 'known' || enabled.value || !isPresent(key) || !key.node) continue;
      const related = [{ message: 'the key is disabled here', at: enabled.node }];
      yield { message: 'The KMS key is disabled, so every upload is refused', at: key.node, related };
    }
  },
};

export const docs: RuleDocs = {
  what: 'The KMS key is a resource of this template with Enabled: false.',
  why: 'A disabled key encrypts nothing: every upload that uses the default encryption fails with KMS.DisabledException.',
  fix: 'Leave `Enabled` out of the key, or set it to true.',
  sources: ['kms', 'cfnKmsKey'],
  bad: [
    {
      language: 'yaml',
      text: `
      Resources:
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy: {}
            Enabled: false
        Data:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - BucketKeyEnabled: true
                  ServerSideEncryptionByDefault:
                    SSEAlgorithm: aws:kms
                    KMSMasterKeyID: !GetAtt Key.Arn
    `,
    },
    {
      language: 'json',
      text: `
      { "Resources": {
        "Key": { "Type": "AWS::KMS::Key", "Properties": { "KeyPolicy": {}, "Enabled": false } },
        "Data": { "Type": "AWS::S3::Bucket", "Properties": { "BucketEncryption": {
          "ServerSideEncryptionConfiguration": [{
            "BucketKeyEnabled": true,
            "ServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:kms", "KMSMasterKeyID": { "Fn::GetAtt": ["Key", "Arn"] } }
          }]
        } } }
      } }
    `,
    },
  ],
  good: [
    {
      language: 'yaml',
      text: `
      Resources:
        Key:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy: {}
            Enabled: true
        Data:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - BucketKeyEnabled: true
                  ServerSideEncryptionByDefault:
                    SSEAlgorithm: aws:kms
                    KMSMasterKeyID: !GetAtt Key.Arn
    `,
    },
  ],
};
