import { reservedAlgorithms } from '../s3/algorithms.ts';
import type { Rule, RuleDocs } from './rule.ts';
import { defaultsOf } from './walk.ts';

export const reservedAlgorithm: Rule = {
  id: 'reserved-algorithm',
  severity: 'warning',
  severityIn: { cloudformation: 'error', directory: 'error' },
  needs: 'other-algorithm',
  *check(world) {
    for (const { byDefault } of defaultsOf(world)) {
      const { sseAlgorithm } = byDefault;
      if (sseAlgorithm.state !== 'known' || !reservedAlgorithms.includes(sseAlgorithm.value)) continue;
      yield {
        message: `SSEAlgorithm ${sseAlgorithm.value} is not a bucket's default encryption`,
        at: sseAlgorithm.node,
      };
    }
  },
};

export const docs: RuleDocs = {
  what: 'SSEAlgorithm is a value that the API reserves for other stores.',
  why: `The API's list of algorithms is shared with calls on objects and holds \`aws:fsx\` and \`aws:backup\`. Neither is
documented as a bucket's default. CloudFormation's list has only \`AES256\`, \`aws:kms\` and \`aws:kms:dsse\`, and a directory
bucket only takes \`AES256\` and \`aws:kms\`: there the value is an error. What S3 answers for a general purpose bucket is not
on record.`,
  fix: 'Use `AES256`, `aws:kms` or `aws:kms:dsse`.',
  sources: ['byDefault', 'cfnByDefault'],
  bad: [
    {
      language: 'json',
      text: `
      { "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:fsx" } }] }
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
                    SSEAlgorithm: aws:backup
    `,
    },
  ],
  good: [
    {
      language: 'json',
      text: `
      { "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:kms:dsse" } }] }
    `,
    },
  ],
};
