import { sources } from '../s3/sources.ts';
import { json, yaml } from './examples.ts';
import type { Rule } from './rule.ts';

export const duplicateProperty: Rule = {
  id: 'duplicate-property',
  severity: 'warning',
  docs: {
    what: 'The same key stands twice in one map.',
    why: `Only the last counts. CloudFormation and the AWS CLI accept it without a word, and the reader of the document sees a
value that isn't in force.`,
    fix: 'Remove the one that is not wanted.',
    sources: [sources.putBucketEncryption, sources.cfnBucketEncryption],
    bad: [
      json`
        { "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:kms", "SSEAlgorithm": "AES256" } }] }
      `,
      yaml`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - BucketKeyEnabled: false
                    ServerSideEncryptionByDefault:
                      SSEAlgorithm: AES256
                    BucketKeyEnabled: false
      `,
    ],
    good: [
      json`
        { "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }] }
      `,
    ],
  },
  *check(world) {
    for (const fault of world.shapeFaults) {
      if (fault.kind !== 'duplicate-member') continue;
      const { key, counts } = fault;
      const related = [{ message: 'this one counts', at: counts }];
      yield { message: `${key.text} stands twice; only the last counts`, at: key, related };
    }
  },
};
