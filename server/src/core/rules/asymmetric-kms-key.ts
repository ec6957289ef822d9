import { isPresent, type Known, type Value } from '../cloudformation/value.ts';
import { encryptKeyUsage, symmetricKeySpec } from '../s3/kmsKeys.ts';
import type { Rule, RuleDocs } from './rule.ts';
import { defaultsOf } from './walk.ts';

export const asymmetricKmsKey: Rule = {
  id: 'asymmetric-kms-key',
  severity: 'error',
  dialects: ['cloudformation'],
  needs: 'key-resource',
  *check(world) {
    for (const { byDefault } of defaultsOf(world)) {
      const { kmsMasterKeyId: key, keyResource } = byDefault;
      if (!keyResource || !isPresent(key) || !key.node) continue;
      const { keySpec, keyUsage } = keyResource;
      const stated = other(keySpec, symmetricKeySpec) ?? other(keyUsage, encryptKeyUsage);
      if (!stated) continue;
      const related = [{ message: 'the key is made so here', at: stated.node }];
      yield { message: `S3 needs a symmetric encryption key; this one is ${stated.value}`, at: key.node, related };
    }
  },
};

function other(stated: Value<string>, usable: string): Known<string> | undefined {
  return stated.state === 'known' && stated.value !== usable ? stated : undefined;
}

export const docs: RuleDocs = {
  what: "The KMS key is a resource of this template whose KeySpec or KeyUsage S3 can't use.",
  why: `S3 supports symmetric encryption keys only: KeySpec SYMMETRIC_DEFAULT with KeyUsage ENCRYPT_DECRYPT, which are the
defaults of \`AWS::KMS::Key\`. With another key a general purpose bucket is made, and then refuses every upload.`,
  fix: 'Leave `KeySpec` and `KeyUsage` out of the key, or name another key.',
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
            KeySpec: RSA_2048
            KeyUsage: ENCRYPT_DECRYPT
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
        "Key": { "Type": "AWS::KMS::Key", "Properties": { "KeyPolicy": {}, "KeySpec": "HMAC_256", "KeyUsage": "GENERATE_VERIFY_MAC" } },
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
