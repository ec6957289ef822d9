import { nearest } from '../model/nearest.ts';
import { checksumAlgorithms } from '../s3/requestHeaders.ts';
import { sources } from '../s3/sources.ts';
import { json, yaml } from './examples.ts';
import type { Rule } from './rule.ts';

export const unknownChecksumAlgorithm: Rule = {
  id: 'unknown-checksum-algorithm',
  severity: 'error',
  dialects: ['api'],
  docs: {
    what: "ChecksumAlgorithm is none of the API's values.",
    why: `The values are ${checksumAlgorithms.map((name) => `\`${name}\``).join(', ')}. The SDK refuses to compute a checksum
by another name.`,
    fix: 'Use one of the values, or leave `ChecksumAlgorithm` out: CRC32 is the default.',
    sources: [sources.putBucketEncryption],
    bad: [
      json`
        {
          "Bucket": "amzn-s3-demo-bucket",
          "ChecksumAlgorithm": "SHA-256",
          "ServerSideEncryptionConfiguration": {
            "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }]
          }
        }
      `,
      yaml`
        Bucket: amzn-s3-demo-bucket
        ChecksumAlgorithm: crc32
        ServerSideEncryptionConfiguration:
          Rules:
            - ApplyServerSideEncryptionByDefault:
                SSEAlgorithm: AES256
      `,
    ],
    good: [
      json`
        {
          "Bucket": "amzn-s3-demo-bucket",
          "ChecksumAlgorithm": "SHA256",
          "ServerSideEncryptionConfiguration": {
            "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }]
          }
        }
      `,
    ],
  },
  *check(world) {
    const { checksumAlgorithm } = world.request;
    if (checksumAlgorithm.state !== 'known' || checksumAlgorithms.includes(checksumAlgorithm.value)) return;
    const { value, node } = checksumAlgorithm;
    const meant = nearest(value, checksumAlgorithms);
    const advice = meant ? `; did you mean ${meant}?` : '';
    yield { message: `ChecksumAlgorithm ${JSON.stringify(value)} does not exist${advice}`, at: node };
  },
};
