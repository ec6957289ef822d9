import { isPresent, known } from '../cloudformation/value.ts';
import { sources } from '../s3/sources.ts';
import { json, yaml } from './examples.ts';
import type { Rule } from './rule.ts';

export const multipleRules: Rule = {
  id: 'multiple-rules',
  severity: 'error',
  docs: {
    what: 'The configuration holds more than one rule.',
    why: `Though it is a list, it takes exactly one rule: S3 answers 400 MalformedXML to two. What belongs to one default
(the algorithm, the bucket key, the blocked types) are members of one rule.`,
    fix: 'Keep one rule, with all members that are wanted.',
    sources: [sources.configuration, sources.cfnBucketEncryption],
    bad: [
      json`
        { "Rules": [
          { "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:kms" } },
          { "BucketKeyEnabled": true }
        ] }
      `,
      yaml`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault:
                      SSEAlgorithm: AES256
                  - BlockedEncryptionTypes:
                      EncryptionType: [SSE-C]
      `,
    ],
    good: [
      json`
        { "Rules": [{
          "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:kms" }, "BucketKeyEnabled": true
        }] }
      `,
    ],
  },
  *check(world) {
    const entries = known(world.encryption)?.entries;
    if (entries?.state !== 'known') return;
    // What is no map is no rule either: wrong-type says so.
    const certain = entries.value.filter((entry) => isPresent(entry) && entry.state !== 'malformed');
    const second = certain[1]?.node;
    if (!second) return;
    const name = world.dialect === 'api' ? 'Rules' : 'ServerSideEncryptionConfiguration';
    yield { message: `${name} has ${certain.length} rules; it takes exactly one`, at: entries.node, show: second };
  },
};
