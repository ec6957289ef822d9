import { isPresent } from '../cloudformation/value.ts';
import { keyOf } from '../syntax/pointer.ts';
import { removeMember } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const expectedOwnerOnDirectoryBucket: Rule = {
  id: 'expected-owner-on-directory-bucket',
  severity: 'error',
  bucketTypes: ['directory'],
  dialects: ['api'],
  insteadOf: ['bad-expected-owner', 'wrong-type'],
  needs: 'request-member',
  *check(world) {
    const { expectedBucketOwner: owner } = world.request;
    if (!isPresent(owner) || !owner.node) return;
    const message = 'ExpectedBucketOwner is not supported for a directory bucket (HTTP 501)';
    const { node } = owner;
    yield {
      message,
      at: node,
      show: keyOf(node) ?? node,
      fixes: () => removeMember(node, { safe: true, preferred: true }),
    };
  },
};

export const docs: RuleDocs = {
  what: 'ExpectedBucketOwner in a request for a directory bucket.',
  why: `The header is not supported for directory buckets in this call: the request fails with HTTP 501 Not Implemented. A
directory bucket can be configured by the account that owns it only, so there is nothing to guard against.`,
  fix: 'Remove `ExpectedBucketOwner`.',
  sources: ['putBucketEncryption'],
  bad: [
    {
      language: 'json',
      text: `
      {
        "Bucket": "amzn-s3-demo-bucket--usw2-az1--x-s3",
        "ExpectedBucketOwner": "111122223333",
        "ServerSideEncryptionConfiguration": {
          "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }]
        }
      }
    `,
    },
    {
      language: 'yaml',
      text: `
      Bucket: amzn-s3-demo-bucket--usw2-az1--x-s3
      ExpectedBucketOwner: '111122223333'
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
