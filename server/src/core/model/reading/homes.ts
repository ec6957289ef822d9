import { type Dialect, type ShapeName, shapes } from '../../s3/members.ts';

/** The level that a member belongs to, and what holds that level in each dialect. */
export interface Home {
  readonly shape: ShapeName;
  readonly holder: Readonly<Record<Dialect, string>>;
}

const holders: Readonly<Record<ShapeName, Home['holder']>> = {
  request: { api: 'the request', cloudformation: 'the request' },
  properties: { api: 'Properties', cloudformation: 'Properties' },
  'bucket-encryption': { api: 'the request', cloudformation: 'BucketEncryption' },
  configuration: { api: 'ServerSideEncryptionConfiguration', cloudformation: 'ServerSideEncryptionConfiguration' },
  entry: { api: 'an item of Rules', cloudformation: 'an item of ServerSideEncryptionConfiguration' },
  'by-default': { api: 'ApplyServerSideEncryptionByDefault', cloudformation: 'ServerSideEncryptionByDefault' },
  'blocked-types': { api: 'BlockedEncryptionTypes', cloudformation: 'BlockedEncryptionTypes' },
};

/** Names that say enough of where they belong to be called misplaced elsewhere, outermost level first. */
const homes: ReadonlyMap<string, Home> = new Map([
  ...homesOf('bucket-encryption', ['ServerSideEncryptionConfiguration']),
  ...homesOf('configuration', ['Rules']),
  ...homesOf('entry', [
    'ApplyServerSideEncryptionByDefault',
    'ServerSideEncryptionByDefault',
    'BucketKeyEnabled',
    'BlockedEncryptionTypes',
  ]),
  ...homesOf('by-default', Object.keys(shapes.api['by-default'])),
  ...homesOf('blocked-types', Object.keys(shapes.api['blocked-types'])),
]);

/** Where a member belongs; undefined for a name that is no member of a configuration. */
export function homeOf(name: string): Home | undefined {
  return name === 'ServerSideEncryptionRule' ? { shape: 'entry', holder: holders.entry } : homes.get(name);
}

const order = ['ServerSideEncryptionRule', ...homes.keys()];

/** Sorts misplaced names, outermost level first, so that which is reported doesn't hang on the order of the text. */
export function byHome(a: string, b: string): number {
  return order.indexOf(a) - order.indexOf(b);
}

const none: ReadonlyMap<string, string> = new Map();
const entryOfApi = new Map([['ApplyServerSideEncryptionByDefault', 'ServerSideEncryptionByDefault']]);
const entryOfCloudFormation = new Map([['ServerSideEncryptionByDefault', 'ApplyServerSideEncryptionByDefault']]);
const bucketEncryptionOfApi = new Map([['Rules', 'ServerSideEncryptionConfiguration']]);

/** The other dialect's names at a level, with this dialect's for the same thing. */
export function namesOfOtherDialect(dialect: Dialect, shape: ShapeName): ReadonlyMap<string, string> {
  if (shape === 'entry') return dialect === 'cloudformation' ? entryOfApi : entryOfCloudFormation;
  return shape === 'bucket-encryption' ? bucketEncryptionOfApi : none;
}

function homesOf(shape: ShapeName, names: readonly string[]): [string, Home][] {
  return names.map((name) => [name, { shape, holder: holders[shape] }]);
}
