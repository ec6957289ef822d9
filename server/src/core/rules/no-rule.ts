import { known } from '../cloudformation/value.ts';
import type { World } from '../model/subject.ts';
import { sseS3 } from '../s3/algorithms.ts';
import { holderOf, listNames } from '../s3/members.ts';
import type { Node } from '../syntax/node.ts';
import type { Fix } from './fix.ts';
import { addMember, fix, plainEntry } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const noRule: Rule = {
  id: 'no-rule',
  severity: 'error',
  *check(world) {
    const encryption = known(world.encryption);
    if (!encryption) return;
    const { entries, node } = encryption;
    const name = listNames[world.dialect];
    if (entries.state === 'absent')
      yield { message: `${name} is missing`, at: node, fixes: () => addList(world, node) };
    if (entries.state === 'known' && entries.value.length === 0) {
      yield {
        message: `${name} is empty; it takes exactly one rule`,
        at: entries.node,
        fixes: () => fill(world, entries.node),
      };
    }
  },
};

const title = 'Add a rule with AES256';

function addList(world: World, node: Node): Fix[] {
  const holder = holderOf(world.dialect, 'entry');
  const value = [plainEntry(world, sseS3)];
  return holder ? addMember(world, holder.around, node, { name: holder.name, value, title }) : [];
}

function fill(world: World, node: Node): Fix[] {
  return [fix(title, [{ kind: 'set', node, value: [plainEntry(world, sseS3)] }])];
}

export const docs: RuleDocs = {
  what: 'The configuration holds no rule.',
  why: `A default-encryption configuration has exactly one rule. S3 answers 400 MalformedXML to an empty list. It is no way
to turn encryption off either: a bucket is always encrypted.`,
  fix: 'State one rule. To go back to SSE-S3, state `AES256`.',
  sources: ['configuration', 'cfnBucketEncryption'],
  bad: [
    {
      language: 'json',
      text: `
      { "Bucket": "amzn-s3-demo-bucket", "ServerSideEncryptionConfiguration": { "Rules": [] } }
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
              ServerSideEncryptionConfiguration: []
    `,
    },
  ],
  good: [
    {
      language: 'json',
      text: `
      { "Bucket": "amzn-s3-demo-bucket", "ServerSideEncryptionConfiguration": { "Rules": [
        { "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }
      ] } }
    `,
    },
  ],
};
