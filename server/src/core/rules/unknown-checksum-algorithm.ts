import { mayBeOneOf } from '../cloudformation/mayBe.ts';
import { shownText } from '../cloudformation/text.ts';
import { writtenText } from '../cloudformation/value.ts';
import { nearest } from '../model/nearest.ts';
import { checksumAlgorithms } from '../s3/requestHeaders.ts';
import { use } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const unknownChecksumAlgorithm: Rule = {
  id: 'unknown-checksum-algorithm',
  severity: 'error',
  dialects: ['api'],
  needs: 'request-member',
  *check(world) {
    const algorithm = writtenText(world.request.checksumAlgorithm);
    if (!algorithm || mayBeOneOf(algorithm.text, checksumAlgorithms)) return;
    const { text, node } = algorithm;
    const value = shownText(text);
    const meant = nearest(value, checksumAlgorithms);
    const advice = meant ? `; did you mean ${meant}?` : '';
    yield {
      message: `ChecksumAlgorithm ${JSON.stringify(value)} does not exist${advice}`,
      at: node,
      fixes: () => (meant ? [use(node, meant, { preferred: true })] : []),
    };
  },
};

export const docs: RuleDocs = {
  what: "ChecksumAlgorithm is none of the API's values.",
  why: `The values are \`CRC32\`, \`CRC32C\`, \`CRC64NVME\`, \`MD5\`, \`SHA1\`, \`SHA256\`, \`SHA512\`, \`XXHASH128\`, \`XXHASH3\`, \`XXHASH64\`. The SDK refuses to compute a checksum
by another name.`,
  fix: 'Use one of the values, or leave `ChecksumAlgorithm` out: CRC32 is the default.',
  sources: ['putBucketEncryption'],
  bad: [
    {
      language: 'json',
      text: `
      {
        "Bucket": "amzn-s3-demo-bucket",
        "ChecksumAlgorithm": "SHA-256",
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
      ChecksumAlgorithm: crc32
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
        "ChecksumAlgorithm": "SHA256",
        "ServerSideEncryptionConfiguration": {
          "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }]
        }
      }
    `,
    },
  ],
};
