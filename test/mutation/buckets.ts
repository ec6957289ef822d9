import type { RuleId } from '../../server/src/core/index.ts';
import { asMap, member } from '../../server/src/core/syntax/access.ts';
import type { MapNode } from '../../server/src/core/syntax/node.ts';
import type { Ground } from './ground.ts';
import { type Change, type Mutation, quote, rewrite, swap, without } from './mutation.ts';
import { setBucketKey } from './values.ts';

/** What a type of bucket, or a request, refuses. */
export const bucketMutations: readonly Mutation[] = [
  blocked('SSE-KMS blocked', 'unknown-blocked-type', '["SSE-KMS"]', '/0'),
  blocked('NONE and SSE-C blocked', 'blocked-none-with-others', '["NONE", "SSE-C"]', ''),
  blocked('NONE blocked', 'sse-c-unblocked', '["NONE"]', '/0'),
  blocked('blocked type as text', 'wrong-type', '"SSE-C"', ''),
  {
    name: "a directory bucket's name",
    rule: 'directory-name-on-general-bucket',
    change: ({ world }) =>
      world.bucketName.state === 'known' && world.dialect === 'cloudformation'
        ? swap(world.bucketName.node, quote('data--use1-az4--x-s3'))
        : undefined,
  },
  request('owner of eleven digits', 'bad-expected-owner', 'ExpectedBucketOwner', '"11112222333"'),
  request('owner without quotes', 'wrong-type', 'ExpectedBucketOwner', '111122223333'),
  request('digest of nothing', 'bad-content-md5', 'ContentMD5', '"abc"'),
  request('checksum of no kind', 'unknown-checksum-algorithm', 'ChecksumAlgorithm', '"MD4"'),
  request('a bucket misspelt', 'unknown-property', 'Buckett', '"data"'),
  onDirectory('DSSE on a directory bucket', 'dsse-on-directory-bucket', (ground) =>
    swap(ground.algorithm, '"aws:kms:dsse"'),
  ),
  onDirectory('an alias on a directory bucket', 'kms-alias-on-directory-bucket', (ground) =>
    setDefault(
      ground,
      [
        [ground.names.algorithm, '"aws:kms"'],
        [ground.names.key, '"alias/app"'],
      ],
      `/${ground.names.key}`,
    ),
  ),
  onDirectory('no key on a directory bucket', 'managed-key-on-directory-bucket', (ground) =>
    ground.algorithm?.text === 'AES256' ? setDefault(ground, [[ground.names.algorithm, '"aws:kms"']], '') : undefined,
  ),
  onDirectory('no bucket key on a directory bucket', 'bucket-key-disabled-on-directory-bucket', (ground) =>
    ground.entry.entries.length > 1 ? undefined : setBucketKey(ground, 'false'),
  ),
  onDirectory('blocked types on a directory bucket', 'blocked-types-on-directory-bucket', (ground) => {
    const { entry, names } = ground;
    const value = `{${quote(names.blockedList)}: ["SSE-C"]}`;
    return rewrite(entry, [...without(ground, entry, names.blocked), [names.blocked, value]], `/${names.blocked}`);
  }),
];

function blocked(name: string, rule: RuleId, list: string, at: string): Mutation {
  return {
    name,
    rule,
    change: (ground) => {
      const { entry, names } = ground;
      const value = `{${quote(names.blockedList)}: ${list}}`;
      const members = [...without(ground, entry, names.blocked), [names.blocked, value] as const];
      const isGeneral = ground.subject.bucketType !== 'directory';
      return isGeneral ? rewrite(entry, members, `/${names.blocked}/${names.blockedList}${at}`) : undefined;
    },
  };
}

function request(name: string, rule: RuleId, memberName: string, value: string): Mutation {
  return {
    name,
    rule,
    change: (ground) => {
      // A directory bucket refuses some of these whatever they hold.
      const map = ground.subject.bucketType === 'directory' ? undefined : requestOf(ground);
      return map && rewrite(map, [...without(ground, map, memberName), [memberName, value]], `/${memberName}`);
    },
  };
}

/** The map of a request's members. */
function requestOf({ subject }: Ground): MapNode | undefined {
  const map = asMap(subject.node);
  if (!map || subject.shape === 'ack') return undefined;
  const inner = ['inputs', 'Parameters', 'Arguments'].map((name) => asMap(member(map, name)?.value)).find(Boolean);
  return subject.shape === 'request' ? map : inner;
}

function onDirectory(name: string, rule: RuleId, change: Mutation['change']): Mutation {
  const isOpen = ({ subject }: Ground) => subject.bucketType !== 'general-purpose';
  return { name, rule, bucketType: 'directory', change: (ground) => (isOpen(ground) ? change(ground) : undefined) };
}

function setDefault({ byDefault }: Ground, members: Parameters<typeof rewrite>[1], at: string): Change {
  return rewrite(byDefault, members, at);
}
