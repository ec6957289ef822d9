/**
 * The members of a default-encryption configuration, in the two spellings that AWS has for it.
 *
 * `api`: https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html
 * `cloudformation`: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-bucketencryption.html
 */
export type Dialect = 'api' | 'cloudformation';

/** The levels of a configuration, from the outermost. */
export type Level =
  | 'request'
  | 'properties'
  | 'bucket-encryption'
  | 'configuration'
  | 'entry'
  | 'by-default'
  | 'blocked-types';

/** What a member holds. */
export type MemberType = 'string' | 'boolean' | 'map' | 'list';

/** A member of a level. */
export interface Member {
  readonly type: MemberType;
  /** The level that its map, or each item of its list, is of. */
  readonly level?: Level;
}

/** The members of each level; of `properties`, those of a bucket resource, only the one that matters here. */
type Levels = Readonly<Record<Level, Readonly<Record<string, Member>>>>;

const text: Member = { type: 'string' };
const byDefault = { SSEAlgorithm: text, KMSMasterKeyID: text };
const besideDefault: Readonly<Record<string, Member>> = {
  BucketKeyEnabled: { type: 'boolean' },
  BlockedEncryptionTypes: { type: 'map', level: 'blocked-types' },
};
const blockedTypes: Readonly<Record<string, Member>> = { EncryptionType: { type: 'list' } };

const api: Levels = {
  request: {
    Bucket: text,
    ContentMD5: text,
    ChecksumAlgorithm: text,
    ExpectedBucketOwner: text,
    ServerSideEncryptionConfiguration: { type: 'map', level: 'configuration' },
  },
  properties: {},
  'bucket-encryption': {},
  configuration: { Rules: { type: 'list', level: 'entry' } },
  entry: { ApplyServerSideEncryptionByDefault: { type: 'map', level: 'by-default' }, ...besideDefault },
  'by-default': byDefault,
  'blocked-types': blockedTypes,
};

const cloudformation: Levels = {
  request: {},
  properties: { BucketEncryption: { type: 'map', level: 'bucket-encryption' } },
  'bucket-encryption': { ServerSideEncryptionConfiguration: { type: 'list', level: 'entry' } },
  configuration: {},
  entry: { ServerSideEncryptionByDefault: { type: 'map', level: 'by-default' }, ...besideDefault },
  'by-default': byDefault,
  'blocked-types': blockedTypes,
};

/** Every level by its members, in each dialect. */
export const levels: Readonly<Record<Dialect, Levels>> = { api, cloudformation };

/** The member that holds a level. */
export interface Holder {
  /** The level that the member is of. */
  readonly around: Level;
  readonly name: string;
  /** True where it holds a list of the level. */
  readonly isList: boolean;
}

const holders: Readonly<Record<Dialect, ReadonlyMap<Level, Holder>>> = {
  api: new Map(holdersIn(api)),
  cloudformation: new Map(holdersIn(cloudformation)),
};

/** The member that holds a level; undefined for the outermost one, and for one that the dialect lacks. */
export function holderOf(dialect: Dialect, level: Level): Holder | undefined {
  return holders[dialect].get(level);
}

/** The levels around one, from the outermost, and it. */
export function levelsTo(dialect: Dialect, level: Level): Level[] {
  const around = holderOf(dialect, level)?.around;
  return around ? [...levelsTo(dialect, around), level] : [level];
}

/** What a dialect calls the default that an entry sets. */
export const defaultNames = namesOf('by-default');

/** What a dialect calls the list of entries, which are rules to AWS. */
export const listNames = namesOf('entry');

function namesOf(level: Level): Readonly<Record<Dialect, string>> {
  const nameIn = (dialect: Dialect) => holderOf(dialect, level)?.name ?? '';
  return { api: nameIn('api'), cloudformation: nameIn('cloudformation') };
}

function holdersIn(dialect: Levels): [Level, Holder][] {
  return (Object.keys(dialect) as Level[]).flatMap((around) =>
    Object.entries(dialect[around]).flatMap(([name, { type, level }]): [Level, Holder][] =>
      level ? [[level, { around, name, isList: type === 'list' }]] : [],
    ),
  );
}
