import { defaultAccessKeyId } from './profiles.mjs';
import { type Bucket, type Encryption, isDirectoryName, type Key, type Principal, type State } from './state.ts';

/** A bucket to begin with. What is left out is as of a bucket that was just created in the first Region. */
export interface BucketSeed {
  /** A name that ends in `--x-s3` is a directory bucket's. */
  readonly name: string;
  readonly account?: string;
  readonly region?: string;
  readonly created?: number;
  readonly sharedWith?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  /** A JSON text. */
  readonly policy?: string;
  /** Null: never configured, as before January 2023. */
  readonly encryption?: Encryption | null;
}

/** A key to begin with: an enabled, symmetric, customer managed one of the first Region, where nothing else is said. */
export type KeySeed = Pick<Key, 'id'> & Partial<Key>;

/** A principal to begin with: a user who may do everything, where nothing else is said. */
export interface PrincipalSeed {
  readonly accessKeyId: string;
  readonly account?: string;
  readonly arn?: string;
  readonly userId?: string;
  readonly denied?: readonly string[];
}

/** What a sandbox begins with. */
export interface Seeds {
  /** The account that everything belongs to, where nothing else is said. */
  readonly account?: string;
  /** The Regions it has hosts for. */
  readonly regions?: readonly [string, ...string[]];
  readonly buckets?: readonly BucketSeed[];
  readonly keys?: readonly KeySeed[];
  /** Without any: one user, of the access key id `defaultAccessKeyId`. */
  readonly principals?: readonly PrincipalSeed[];
}

const defaultAccount = '111122223333';

/** New general purpose buckets block SSE-C since April 2026. */
const ofNewBucket: Encryption = { algorithm: 'AES256', bucketKeyEnabled: false, blockedTypes: ['SSE-C'] };

const ofNewDirectoryBucket: Encryption = { algorithm: 'AES256', bucketKeyEnabled: false };

/** The state that these seeds describe. `now` is the creation time of buckets that state none. */
export function plant(seeds: Seeds, now: number): State {
  const { account = defaultAccount, regions = ['us-east-1', 'eu-west-1'] as const } = seeds;
  const home: Home = { account, region: regions[0], now };
  const principals = seeds.principals ?? [{ accessKeyId: defaultAccessKeyId }];
  return {
    regions,
    buckets: new Map((seeds.buckets ?? []).map((seed) => [seed.name, bucketOf(seed, home)])),
    keys: (seeds.keys ?? []).map((seed) => keyOf(seed, home)),
    principals: new Map(principals.map((seed) => [seed.accessKeyId, principalOf(seed, home)])),
  };
}

interface Home {
  readonly account: string;
  readonly region: string;
  readonly now: number;
}

function bucketOf(seed: BucketSeed, { account, region, now }: Home): Bucket {
  const isDirectory = isDirectoryName(seed.name);
  const { encryption = isDirectory ? ofNewDirectoryBucket : ofNewBucket } = seed;
  return {
    name: seed.name,
    type: isDirectory ? 'directory' : 'general-purpose',
    account: seed.account ?? account,
    region: seed.region ?? region,
    created: seed.created ?? now,
    sharedWith: seed.sharedWith ?? [],
    tags: seed.tags ?? {},
    policy: seed.policy,
    encryption: encryption ?? undefined,
    stale: undefined,
    lifetimeKey: isDirectory ? encryption?.key : undefined,
  };
}

function keyOf(seed: KeySeed, { account, region }: Home): Key {
  return {
    account,
    region,
    state: 'Enabled',
    spec: 'SYMMETRIC_DEFAULT',
    usage: 'ENCRYPT_DECRYPT',
    manager: 'CUSTOMER',
    aliases: [],
    sharedWith: [],
    ...seed,
  };
}

function principalOf(seed: PrincipalSeed, home: Home): Principal {
  const account = seed.account ?? home.account;
  return {
    account,
    arn: seed.arn ?? `arn:aws:iam::${account}:user/sandbox`,
    userId: seed.userId ?? 'AIDASANDBOX',
    denied: seed.denied ?? [],
  };
}
