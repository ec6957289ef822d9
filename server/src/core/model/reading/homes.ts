import { type Dialect, defaultNames, type Holder, holderOf, type Level, levels, listNames } from '../../s3/members.ts';

/** The level that a member belongs to, and what holds that level in each dialect, in words. */
export interface Home {
  readonly level: Level;
  readonly holder: Readonly<Record<Dialect, string>>;
}

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
  ...homesOf('by-default', Object.keys(levels.api['by-default'])),
  ...homesOf('blocked-types', Object.keys(levels.api['blocked-types'])),
]);

/** Where a member belongs; undefined for a name that is no member of a configuration. */
export function homeOf(name: string): Home | undefined {
  return name === 'ServerSideEncryptionRule' ? homeAt('entry') : homes.get(name);
}

const order = ['ServerSideEncryptionRule', ...homes.keys()];

/** Sorts misplaced names, outermost level first, so that which is reported doesn't hang on the order of the text. */
export function byHome(a: string, b: string): number {
  return order.indexOf(a) - order.indexOf(b);
}

const none: ReadonlyMap<string, string> = new Map();
const entryOfApi = new Map([[defaultNames.api, defaultNames.cloudformation]]);
const entryOfCloudFormation = new Map([[defaultNames.cloudformation, defaultNames.api]]);
const bucketEncryptionOfApi = new Map([[listNames.api, listNames.cloudformation]]);

/** The other dialect's names at a level, with this dialect's for the same thing. */
export function namesOfOtherDialect(dialect: Dialect, level: Level): ReadonlyMap<string, string> {
  if (level === 'entry') return dialect === 'cloudformation' ? entryOfApi : entryOfCloudFormation;
  return level === 'bucket-encryption' ? bucketEncryptionOfApi : none;
}

function homesOf(level: Level, names: readonly string[]): [string, Home][] {
  return names.map((name) => [name, homeAt(level)]);
}

/** A level that CloudFormation lacks goes by the API's name; one that the API lacks is the request itself. */
function homeAt(level: Level): Home {
  const inApi = holderOf('api', level);
  const inCloudFormation = holderOf('cloudformation', level) ?? inApi;
  return { level, holder: { api: inWords(inApi), cloudformation: inWords(inCloudFormation) } };
}

function inWords(holder: Holder | undefined): string {
  if (!holder) return 'the request';
  return holder.isList ? `an item of ${holder.name}` : holder.name;
}
