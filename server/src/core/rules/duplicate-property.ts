import type { Node } from '../syntax/node.ts';
import type { Fix } from './fix.ts';
import { fix } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const duplicateProperty: Rule = {
  id: 'duplicate-property',
  severity: 'warning',
  needs: 'shape-fault',
  *check(world) {
    for (const fault of world.shapeFaults) {
      if (fault.kind !== 'duplicate-member') continue;
      const { key, counts } = fault;
      const related = [{ message: 'this one counts', at: counts }];
      yield {
        message: `${key.text} stands twice; only the last counts`,
        at: key,
        related,
        fixes: () => keepEither(key, counts),
      };
    }
  },
};

/** The void one can go without a change of what is in force. Which one is wanted is still for the user to say. */
function keepEither(key: Node, counts: Node): Fix[] {
  return [
    fix('Remove this one, which is void', [{ kind: 'remove', node: key }], { preferred: true }),
    fix('Keep this one, and remove the one that counts', [{ kind: 'remove', node: counts }]),
  ];
}

export const docs: RuleDocs = {
  what: 'The same key stands twice in one map.',
  why: `Only the last counts. CloudFormation and the AWS CLI accept it without a word, and the reader of the document sees a
value that isn't in force.`,
  fix: 'Remove the one that is not wanted.',
  sources: ['putBucketEncryption', 'cfnBucketEncryption'],
  bad: [
    {
      language: 'json',
      text: `
      { "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:kms", "SSEAlgorithm": "AES256" } }] }
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
                - BucketKeyEnabled: false
                  ServerSideEncryptionByDefault:
                    SSEAlgorithm: AES256
                  BucketKeyEnabled: false
    `,
    },
  ],
  good: [
    {
      language: 'json',
      text: `
      { "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }] }
    `,
    },
  ],
};
