import type { Value } from '../cloudformation/value.ts';
import type { EncryptionByDefault, EncryptionEntry, World } from '../model/subject.ts';
import type { Choice } from './choice.ts';

/** The world with the members that were chosen, where they stand and only a deployment tells their values. */
export function withChosenMembers(world: World, choices: readonly Choice[]): World {
  const typed = new Map(choices.filter(({ kind }) => kind === 'member').map(({ name, value }) => [name, value]));
  if (typed.size === 0) return world;
  const fill: Fill = (member, value, read) => filled(value, typed.get(member), read);
  const { expectedBucketOwner, contentMD5, checksumAlgorithm } = world.request;
  return {
    ...world,
    request: {
      expectedBucketOwner: fill('ExpectedBucketOwner', expectedBucketOwner, asText),
      contentMD5: fill('ContentMD5', contentMD5, asText),
      checksumAlgorithm: fill('ChecksumAlgorithm', checksumAlgorithm, asText),
    },
    encryption: within(world.encryption, (configuration) => ({
      ...configuration,
      entries: within(configuration.entries, (entries) =>
        entries.map((entry) => within(entry, (inner) => entryWith(inner, fill))),
      ),
    })),
  };
}

type Fill = <T>(member: string, value: Value<T>, read: (text: string) => T) => Value<T>;

function entryWith(entry: EncryptionEntry, fill: Fill): EncryptionEntry {
  return {
    ...entry,
    byDefault: within(entry.byDefault, (inner) => byDefaultWith(inner, fill)),
    bucketKeyEnabled: fill('BucketKeyEnabled', entry.bucketKeyEnabled, (text) => text === 'true'),
  };
}

function byDefaultWith(byDefault: EncryptionByDefault, fill: Fill): EncryptionByDefault {
  return {
    ...byDefault,
    sseAlgorithm: fill('SSEAlgorithm', byDefault.sseAlgorithm, asText),
    kmsMasterKeyId: fill('KMSMasterKeyID', byDefault.kmsMasterKeyId, asText),
  };
}

function asText(text: string): string {
  return text;
}

function filled<T>(value: Value<T>, typed: string | undefined, read: (text: string) => T): Value<T> {
  if (typed === undefined || value.state !== 'unknown' || value.mayBeAbsent || !value.node) return value;
  return { state: 'known', value: read(typed), node: value.node };
}

function within<T>(value: Value<T>, change: (inner: T) => T): Value<T> {
  return value.state === 'known' ? { ...value, value: change(value.value) } : value;
}
