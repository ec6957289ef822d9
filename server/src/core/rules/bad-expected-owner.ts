import { mayBe } from '../cloudformation/mayBe.ts';
import { writtenText } from '../cloudformation/value.ts';
import { accountIdPattern } from '../s3/accountIds.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const badExpectedOwner: Rule = {
  id: 'bad-expected-owner',
  severity: 'error',
  dialects: ['api'],
  needs: 'request-member',
  *check(world) {
    const owner = writtenText(world.request.expectedBucketOwner);
    if (!owner || mayBe(owner.text, accountIdPattern)) return;
    yield { message: 'ExpectedBucketOwner is not an account id of 12 digits', at: owner.node };
  },
};

export const docs: RuleDocs = {
  what: 'ExpectedBucketOwner is not an account id.',
  why: 'An account id has twelve digits. S3 answers 400 InvalidBucketOwnerAWSAccountID to anything else.',
  fix: 'State the twelve digits of the account that owns the bucket, quoted.',
  sources: ['putBucketEncryption'],
  bad: [
    {
      language: 'json',
      text: `
      {
        "Bucket": "amzn-s3-demo-bucket",
        "ExpectedBucketOwner": "1111-2222-3333",
        "ServerSideEncryptionConfiguration": {
          "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }]
        }
      }
    `,
    },
    {
      language: 'yaml',
      text: `
      Bucket: amzn-s3-demo-bucket
      ExpectedBucketOwner: example-owner
      ServerSideEncryptionConfiguration:
        Rules:
          - ApplyServerSideEncryptionByDefault:
              SSEAlgorithm: AES256
    `,
    },
  ],
  good: [
    {
      language: 'json',
      text: `
      {
        "Bucket": "amzn-s3-demo-bucket",
        "ExpectedBucketOwner": "111122223333",
        "ServerSideEncryptionConfiguration": {
          "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }]
        }
      }
    `,
    },
  ],
};
