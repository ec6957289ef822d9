import type { MisplacedMember } from '../model/shapeFault.ts';
import type { World } from '../model/subject.ts';
import type { Node, ScalarNode } from '../syntax/node.ts';
import type { Fix } from './fix.ts';
import { fix } from './fixing.ts';
import { relocate } from './relocate.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const misplacedEncryption: Rule = {
  id: 'misplaced-encryption',
  severity: 'error',
  insteadOf: ['unknown-property', 'wrong-type'],
  needs: 'shape-fault',
  *check(world) {
    for (const fault of world.shapeFaults) {
      if (fault.kind !== 'misplaced-member') continue;
      const { key, belongsIn, others } = fault;
      const message =
        key.text === 'ServerSideEncryptionRule'
          ? `${key.text} is no member: its members belong in ${belongsIn}`
          : `${key.text} belongs in ${belongsIn}`;
      const related = others.map((at) => ({ message: `${at.text} is out of place with it`, at }));
      yield { message, at: key, speaksFor: leftEmpty(key, belongsIn), related, fixes: () => move(world, fault) };
    }
  },
};

function move(world: World, fault: MisplacedMember): Fix[] {
  const changes = relocate(world, fault);
  return changes ? [fix(`Move it into ${fault.belongsIn}`, changes, { preferred: true })] : [];
}

/** The member that the key belongs into, where it stands beside it without a value: both are one slip of indentation. */
function leftEmpty(key: ScalarNode, belongsIn: string): Node | undefined {
  const name = belongsIn.split(' ').at(-1);
  const beside = key.parent?.kind === 'map' ? key.parent.entries : [];
  const value = beside.find((entry) => entry.key.text === name)?.value;
  const isEmpty = value?.kind === 'scalar' && value.style === 'plain' && /^(?:null|~)?$/i.test(value.text);
  return isEmpty ? value : undefined;
}

export const docs: RuleDocs = {
  what: 'A right member stands a level too high or too low.',
  why: `The configuration is nested deeper than it looks: the algorithm and the key stand in the rule's default,
\`BucketKeyEnabled\` and \`BlockedEncryptionTypes\` beside that default, and the rule is an item of a list.
\`ServerSideEncryptionRule\`, the name of the type in AWS's reference, is no level of its own. A member at the wrong level is
refused by CloudFormation and the AWS CLI, and dropped in silence by the SDK for JavaScript.`,
  fix: 'Move the member to the level that the message names.',
  sources: ['entry', 'cfnEntry', 'cfnBucketEncryption'],
  bad: [
    {
      language: 'json',
      text: `
      { "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:kms", "BucketKeyEnabled": true } }] }
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
                - ServerSideEncryptionRule:
                    ServerSideEncryptionByDefault:
                      SSEAlgorithm: AES256
    `,
    },
  ],
  good: [
    {
      language: 'json',
      text: `
      { "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:kms" }, "BucketKeyEnabled": true }] }
    `,
    },
  ],
};
