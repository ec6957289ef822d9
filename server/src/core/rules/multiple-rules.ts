import { isPresent, known, type Value } from '../cloudformation/value.ts';
import { listNames } from '../s3/members.ts';
import { asList } from '../syntax/access.ts';
import type { Node } from '../syntax/node.ts';
import type { Fix } from './fix.ts';
import { fix, isWithin } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const multipleRules: Rule = {
  id: 'multiple-rules',
  severity: 'error',
  *check(world) {
    const entries = known(world.encryption)?.entries;
    if (entries?.state !== 'known') return;
    // What is no map is no rule either: wrong-type says so.
    const certain = entries.value.filter((entry) => isPresent(entry) && entry.state !== 'malformed');
    const second = certain[1]?.node;
    if (!second) return;
    const name = listNames[world.dialect];
    const fixes = () => keepOne(entries.node, certain);
    yield { message: `${name} has more than one rule; it takes exactly one`, at: entries.node, show: second, fixes };
  },
};

function keepOne(list: Node, entries: readonly Value<unknown>[]): Fix[] {
  const items = asList(list)?.items ?? [];
  return entries.flatMap((entry, index) => {
    const kept = 'node' in entry && items.find((item) => isWithin(entry.node, item));
    if (!kept) return [];
    const changes = items.filter((item) => item !== kept).map((node) => ({ kind: 'remove', node }) as const);
    return [fix(`Keep rule ${index + 1} alone`, changes)];
  });
}

export const docs: RuleDocs = {
  what: 'The configuration holds more than one rule.',
  why: `Though it is a list, it takes exactly one rule: S3 answers 400 MalformedXML to two. What belongs to one default
(the algorithm, the bucket key, the blocked types) are members of one rule.`,
  fix: 'Keep one rule, with all members that are wanted.',
  sources: ['configuration', 'cfnBucketEncryption'],
  bad: [
    {
      language: 'json',
      text: `
      { "Rules": [
        { "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:kms" } },
        { "BucketKeyEnabled": true }
      ] }
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
                - ServerSideEncryptionByDefault:
                    SSEAlgorithm: AES256
                - BlockedEncryptionTypes:
                    EncryptionType: [SSE-C]
    `,
    },
  ],
  good: [
    {
      language: 'json',
      text: `
      { "Rules": [{
        "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:kms" }, "BucketKeyEnabled": true
      }] }
    `,
    },
  ],
};
