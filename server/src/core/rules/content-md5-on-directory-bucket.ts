import { isPresent, known } from '../cloudformation/value.ts';
import { keyOf } from '../syntax/pointer.ts';
import { removeMember } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const contentMD5OnDirectoryBucket: Rule = {
  id: 'content-md5-on-directory-bucket',
  severity: 'warning',
  bucketTypes: ['directory'],
  dialects: ['api'],
  insteadOf: ['bad-content-md5', 'wrong-type'],
  needs: 'request-member',
  *check(world) {
    const { contentMD5, checksumAlgorithm } = world.request;
    if (isPresent(contentMD5) && contentMD5.node) {
      const { node } = contentMD5;
      yield {
        message: 'ContentMD5 is not supported for a directory bucket',
        at: node,
        show: keyOf(node) ?? node,
        fixes: () => removeMember(node, harmless),
      };
    }
    if (known(checksumAlgorithm) === 'MD5' && checksumAlgorithm.state === 'known') {
      const { node } = checksumAlgorithm;
      const message = 'ChecksumAlgorithm MD5 is not supported for a directory bucket';
      yield { message, at: node, fixes: () => removeMember(node, harmless) };
    }
  },
};

const harmless = { safe: true, preferred: true };

export const docs: RuleDocs = {
  what: 'ContentMD5, or ChecksumAlgorithm MD5, in a request for a directory bucket.',
  why: `Content-MD5 is not supported for directory buckets, and the SDK for JavaScript sends it all the same, also for
ChecksumAlgorithm \`MD5\`. What S3 answers is not on record.`,
  fix: 'Remove it: the SDKs add a CRC32 checksum by themselves.',
  sources: ['putBucketEncryption'],
  bad: [
    {
      language: 'json',
      text: `
      {
        "Bucket": "amzn-s3-demo-bucket--usw2-az1--x-s3",
        "ContentMD5": "1B2M2Y8AsgTpgAmY7PhCfg==",
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
      ChecksumAlgorithm: MD5
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
        "Bucket": "amzn-s3-demo-bucket--usw2-az1--x-s3",
        "ChecksumAlgorithm": "CRC32",
        "ServerSideEncryptionConfiguration": {
          "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }]
        }
      }
    `,
    },
  ],
};
