import { known } from '../cloudformation/value.ts';
import type { World } from '../model/subject.ts';
import { sseS3 } from '../s3/algorithms.ts';
import { blockNone, blockSseC } from '../s3/blockedTypes.ts';
import { asList } from '../syntax/access.ts';
import type { Node } from '../syntax/node.ts';
import { addBlock, addBlockedType, blockTitle } from './blockSseC.ts';
import type { Fix } from './fix.ts';
import { defaultName, fix } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';
import { encryptionChanges } from './stateEncryption.ts';
import { type BlockedTypes, blockedTypesOf, entriesOf } from './walk.ts';

export const policySseCBlocked: Rule = {
  id: 'policy-sse-c-blocked',
  severity: 'warning',
  needsPolicy: true,
  bucketTypes: ['general-purpose'],
  insteadOf: ['sse-c-unblocked', 'sse-c-not-stated'],
  *check(world, { node, policy }) {
    if (!policy.requireSseCBlocked) return;
    const message = `The project asks for BlockedEncryptionTypes with ${blockSseC}`;
    if (world.encryption.state === 'absent') yield { message, at: node, fixes: () => stateBlock(world, node) };
    for (const { node, blockedEncryptionTypes: types } of entriesOf(world)) {
      if (types.state === 'absent') yield { message, at: node, fixes: () => addBlock(world, node) };
      const blocked = known(types);
      if (blocked?.encryptionType.state !== 'absent') continue;
      yield { message, at: blocked.node, fixes: () => addBlockedType(world, blocked.node) };
    }
    for (const { list, items, isWhole } of blockedTypesOf(world)) {
      if (isWhole && !items.some(({ value }) => value === blockSseC)) {
        yield { message, at: list, fixes: () => block(list, items) };
      }
    }
  },
};

/** The encryption that it has anyway, and the block. */
function stateBlock(world: World, resource: Node): Fix[] {
  const blocked = { BlockedEncryptionTypes: { EncryptionType: [blockSseC] } };
  const byDefault = { [defaultName(world)]: { SSEAlgorithm: sseS3 } };
  const changes = encryptionChanges(resource, { ...byDefault, ...blocked });
  return changes ? [fix(blockTitle, changes, { preferred: true })] : [];
}

/** NONE beside it would contradict it. */
function block(list: Node, items: BlockedTypes['items']): Fix[] {
  const none = items.find(({ value }) => value === blockNone);
  const into = asList(list);
  if (none) return [fix(blockTitle, [{ kind: 'set', node: none.node, value: blockSseC }], { preferred: true })];
  return into ? [fix(blockTitle, [{ kind: 'append', into, value: blockSseC }], { preferred: true })] : [];
}

export const docs: RuleDocs = {
  what: 'The block on SSE-C is not stated, where the project asks for it.',
  why: `The project's [policy](../policy.md) has \`requireSseCBlocked: true\`. Who uploads with SSE-C brings a key that S3
forgets: with stolen credentials, data can be made unreadable. New buckets block it since April 2026; a bucket that is older,
or was unblocked, does so only where its configuration says so. Directory buckets have no such member and aren't judged.`,
  fix: 'Add `BlockedEncryptionTypes` with `SSE-C`, unless an application uploads with customer-provided keys.',
  sources: ['blockedTypes'],
  bad: [
    {
      language: 'json',
      policy: { requireSseCBlocked: true },
      text: `
      { "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }] }
    `,
    },
    {
      language: 'yaml',
      policy: { requireSseCBlocked: true },
      text: `
      Resources:
        Data:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - BlockedEncryptionTypes:
                    EncryptionType: [NONE]
    `,
    },
  ],
  good: [
    {
      language: 'json',
      policy: { requireSseCBlocked: true },
      text: `
      { "Rules": [{
        "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" },
        "BlockedEncryptionTypes": { "EncryptionType": ["SSE-C"] }
      }] }
    `,
    },
  ],
};
