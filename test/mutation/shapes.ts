import type { RuleId } from '../../server/src/core/index.ts';
import type { MapNode } from '../../server/src/core/syntax/node.ts';
import { keyOf, pointerTo } from '../../server/src/core/syntax/pointer.ts';
import type { Ground, Names } from './ground.ts';
import { type Change, flow, type Mutation, mapOf, membersOf, rename, rewrite, swap, without } from './mutation.ts';
import { setBucketKey } from './values.ts';

/** Wrong names, levels and types. */
export const shapeMutations: readonly Mutation[] = [
  misspelt('algorithm', 'SSEAlgoritm', ({ byDefault }) => byDefault),
  misspelt('algorithm', 'sse_algorithm', ({ byDefault }) => byDefault),
  misspelt('key', 'KMSMasterKeyIdd', ({ byDefault }) => byDefault),
  misspelt('key', 'kms_master_key_id', ({ byDefault }) => byDefault),
  misspelt('byDefault', 'ServerSideEncryptionByDefaults', ({ entry }) => entry, 'cloudformation'),
  misspelt('byDefault', 'ApplyServerSideEncryptionByDefaults', ({ entry }) => entry, 'api'),
  misspelt('bucketKey', 'BucketKeyEnable', ({ entry }) => entry),
  added('BlockEncryptionTypes', '{"EncryptionType": ["SSE-C"]}', 'unknown-property'),
  added('Status', '"Enabled"', 'unknown-property'),
  holder('BucketEncryption', 'BucketEncrytion', 'unknown-property'),
  holder('ServerSideEncryptionConfiguration', 'ServerSideEncryptionConfigurations', 'unknown-property'),
  {
    name: "the API's default in a template",
    rule: 'api-name-in-cloudformation',
    change: (ground) =>
      inDialect(ground, 'cloudformation', () => renameDefault(ground, 'ApplyServerSideEncryptionByDefault')),
  },
  {
    name: "the API's Rules in a template",
    rule: 'api-name-in-cloudformation',
    change: (ground) =>
      inDialect(ground, 'cloudformation', () =>
        swap(ground.list, mapOf([['Rules', flow(ground, ground.list)]]), `${pointerTo(ground.list)}/Rules`),
      ),
  },
  {
    name: "CloudFormation's default in a request",
    rule: 'cloudformation-name-in-api',
    change: (ground) => inDialect(ground, 'api', () => renameDefault(ground, 'ServerSideEncryptionByDefault')),
  },
  {
    name: "CloudFormation's list in a request",
    rule: 'cloudformation-name-in-api',
    change: (ground) =>
      inDialect(ground, 'api', () =>
        ground.subject.shape === 'request' && !ground.isKnownByRule
          ? swap(configurationOf(ground), flow(ground, ground.list))
          : undefined,
      ),
  },
  { name: 'no rule', rule: 'no-rule', change: (ground) => ofStated(ground, swap(ground.list, '[]')) },
  {
    name: 'two rules',
    rule: 'multiple-rules',
    change: (ground) => swap(ground.list, `[${flow(ground, ground.entry)}, ${otherRule(ground)}]`),
  },
  { name: 'a rule of nothing', rule: 'empty-rule', change: (ground) => ofStated(ground, swap(ground.entry, '{}')) },
  { name: 'the bucket key in the default', rule: 'misplaced-encryption', change: bucketKeyInDefault },
  {
    name: 'the default left out',
    rule: 'misplaced-encryption',
    change: (ground) => {
      const { entry, byDefault, names, algorithm } = ground;
      const members = [...membersOf(ground, byDefault), ...without(ground, entry, names.byDefault)];
      return algorithm && rewrite(entry, members, `/${names.algorithm}`);
    },
  },
  {
    name: "the rule's type as a level",
    rule: 'misplaced-encryption',
    change: (ground) =>
      rewrite(ground.entry, [['ServerSideEncryptionRule', flow(ground, ground.entry)]], '/ServerSideEncryptionRule'),
  },
  {
    name: 'the list a level too high',
    rule: 'misplaced-encryption',
    change: (ground) =>
      inTemplate(ground, (encryption) =>
        swap(encryption, flow(ground, ground.list), `${pointerTo(encryption)}/0/${firstMember(ground)}`),
      ),
  },
  {
    name: 'the rule in BucketEncryption',
    rule: 'misplaced-encryption',
    change: (ground) =>
      inTemplate(ground, (encryption) =>
        swap(encryption, flow(ground, ground.entry), `${pointerTo(encryption)}/${ground.names.byDefault}`),
      ),
  },
  {
    name: 'the default in the place of the list',
    rule: 'misplaced-encryption',
    change: (ground) =>
      ground.algorithm &&
      ofStated(
        ground,
        swap(ground.list, flow(ground, ground.byDefault), `${pointerTo(ground.list)}/${ground.names.algorithm}`),
      ),
  },
  {
    name: 'one rule without its list',
    rule: 'wrong-type',
    change: (ground) => ofStated(ground, swap(ground.list, flow(ground, ground.entry))),
  },
  {
    name: 'the default as a list',
    rule: 'wrong-type',
    change: (ground) => swap(ground.byDefault, `[${flow(ground, ground.byDefault)}]`),
  },
  { name: 'the default as text', rule: 'wrong-type', change: ({ byDefault }) => swap(byDefault, '"AES256"') },
  { name: 'the list null', rule: 'wrong-type', change: (ground) => ofStated(ground, swap(ground.list, 'null')) },
  { name: 'the bucket key as a word', rule: 'wrong-type', change: (ground) => setBucketKey(ground, '"enabled"') },
  { name: 'the bucket key null', rule: 'wrong-type', change: (ground) => setBucketKey(ground, 'null') },
  {
    name: 'the algorithm twice',
    rule: 'duplicate-property',
    change: (ground) => {
      const { byDefault, names, algorithm } = ground;
      const members = membersOf(ground, byDefault);
      return (
        algorithm && rewrite(byDefault, [...members, [names.algorithm, flow(ground, algorithm)]], `/${names.algorithm}`)
      );
    },
  },
];

function inTemplate(ground: Ground, change: (encryption: MapNode) => Change | undefined): Change | undefined {
  const encryption = configurationOf(ground);
  return ground.subject.shape === 'template' && encryption ? change(encryption) : undefined;
}

/** The first member of the rule that shows it as one. */
function firstMember({ entry }: Ground): string {
  return entry.entries[0]?.key.text ?? '';
}

function otherRule({ names }: Ground): string {
  return mapOf([[names.byDefault, mapOf([[names.algorithm, '"AES256"']])]]);
}

/** Where nothing but the rule shows what the configuration is, it can't be without one. */
function ofStated(ground: Ground, change: Change | undefined): Change | undefined {
  return ground.isKnownByRule ? undefined : change;
}

function misspelt(
  member: keyof Names,
  other: string,
  mapOfGround: (ground: Ground) => MapNode,
  dialect?: string,
): Mutation {
  return {
    name: `${member} as ${other}`,
    rule: 'unknown-property',
    change: (ground) =>
      dialect === undefined || dialect === ground.world.dialect
        ? rename(mapOfGround(ground), ground.names[member], other)
        : undefined,
  };
}

function added(name: string, value: string, rule: RuleId): Mutation {
  return {
    name: `${name} added`,
    rule,
    change: (ground) => rewrite(ground.entry, [...membersOf(ground, ground.entry), [name, value]], `/${name}`),
  };
}

/** A misspelt name above the list. */
function holder(name: string, other: string, rule: RuleId): Mutation {
  return {
    name: `${name} as ${other}`,
    rule,
    change: ({ list, subject, isKnownByRule }) => {
      if (isKnownByRule || (subject.shape !== 'template' && subject.shape !== 'request')) return undefined;
      for (let at: MapNode['parent'] = list.parent; at && at !== subject.node.parent; at = at.parent) {
        if (at.kind === 'map' && at.entries.some(({ key }) => key.text === name)) return rename(at, name, other);
      }
      return undefined;
    },
  };
}

function inDialect(ground: Ground, dialect: string, change: () => Change | undefined): Change | undefined {
  return ground.world.dialect === dialect && ground.subject.shape !== 'ack' ? change() : undefined;
}

function renameDefault({ entry, names }: Ground, other: string): Change | undefined {
  return rename(entry, names.byDefault, other);
}

/** The map that holds the list, where it is the value of a member. */
function configurationOf({ list }: Ground): MapNode | undefined {
  const map = list.parent?.kind === 'map' ? list.parent : undefined;
  return map && keyOf(map) ? map : undefined;
}

function bucketKeyInDefault(ground: Ground): Change | undefined {
  const { entry, byDefault, names, algorithm } = ground;
  const value = entry.entries.find(({ key }) => key.text === names.bucketKey)?.value;
  if (!value || !algorithm) return undefined;
  const inner = mapOf([...membersOf(ground, byDefault), [names.bucketKey, flow(ground, value)]]);
  const others = without(ground, entry, names.bucketKey).map(
    ([name, text]) => [name, name === names.byDefault ? inner : text] as const,
  );
  return rewrite(entry, others, `/${names.byDefault}/${names.bucketKey}`);
}
