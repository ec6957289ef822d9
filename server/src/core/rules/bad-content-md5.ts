import { isContentMD5 } from '../s3/requestHeaders.ts';
import { removeMember } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const badContentMD5: Rule = {
  id: 'bad-content-md5',
  severity: 'error',
  dialects: ['api'],
  needs: 'request-member',
  *check(world) {
    const { contentMD5 } = world.request;
    if (contentMD5.state !== 'known' || isContentMD5(contentMD5.value)) return;
    yield {
      message: 'ContentMD5 is not the base64 of a 128-bit MD5 digest',
      at: contentMD5.node,
      fixes: () => removeMember(contentMD5.node, { preferred: true }),
    };
  },
};

export const docs: RuleDocs = {
  what: 'ContentMD5 is not the base64 of 128 bits.',
  why: `ContentMD5 holds the MD5 digest of the request's body: 16 bytes, which are 24 characters in base64. A digest in
hexadecimal is a common mistake. The CLI and the SDKs compute the digest by themselves.`,
  fix: 'Remove `ContentMD5`.',
  sources: ['putBucketEncryption'],
  bad: [
    {
      language: 'json',
      text: `
      {
        "Bucket": "amzn-s3-demo-bucket",
        "ContentMD5": "d41d8cd98f00b204e9800998ecf8427e",
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
      ContentMD5: ''
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
        "ContentMD5": "1B2M2Y8AsgTpgAmY7PhCfg==",
        "ServerSideEncryptionConfiguration": {
          "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }]
        }
      }
    `,
    },
  ],
};
