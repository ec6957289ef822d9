import { keyFault, type Requirements } from '../model/requirements.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import { isAlias, managedKeyAlias, parseKmsKey } from '../s3/kmsKeys.ts';
import { TabStop, type Written } from '../syntax/edit/layout.ts';
import type { SourceText } from '../syntax/sourceText.ts';

/** A way to name a key. */
export interface KeyReference {
  readonly label: string;
  readonly value: Written;
  /** Where it comes from. */
  readonly origin: 'resource' | 'parameter' | 'policy' | 'workspace' | 'aws' | 'new';
}

/** Where keys other than a template's own come from, and which of them may be used. */
export interface KeySources {
  readonly bucketType: BucketType;
  /** Where a directory bucket lies: S3 looks for its key there. */
  readonly region: string | undefined;
  /** Keys that other documents name. */
  readonly known: readonly string[];
  readonly policy: Requirements;
}

/**
 * The keys that can be written out for a bucket: those that the project's policy names, those of other documents, the AWS
 * managed one, and one to fill in; none that the project does not allow.
 */
export function writtenKeys({ bucketType, region, known, policy }: KeySources): KeyReference[] {
  const isGood = (key: string) => isUsable(key, bucketType, region) && keyFault(key, policy) === undefined;
  const named = (policy.allowedKeys ?? []).filter((key) => !key.includes('*') && isGood(key));
  const elsewhere = known.filter((key) => !named.includes(key) && isGood(key));
  const managed = isGood(managedKeyAlias) && !named.includes(managedKeyAlias) ? [managedKeyAlias] : [];
  const references = [
    ...named.map((key) => written(key, 'policy')),
    ...elsewhere.map((key) => written(key, 'workspace')),
    ...managed.map((key) => written(key, 'aws')),
  ];
  const usual = sampleIn(region);
  const sample = samplesFor(usual, policy).find(isGood);
  if (sample === undefined && references.length > 0) return references;
  return [...references, { label: 'arn:aws:kms:…', value: new TabStop(sample ?? usual), origin: 'new' }];
}

/** The key for a whole configuration: the template's own, else one that the project names, else one to fill in. */
export function bestKey(keys: readonly KeyReference[]): Written {
  const own = keys.find(({ origin }) => origin === 'resource' || origin === 'parameter');
  const best = own ?? keys.find(({ origin }) => origin === 'policy') ?? keys.at(-1);
  return best?.value ?? new TabStop(sampleIn());
}

/** False for what is no key, for an alias on a directory bucket, and for a key of another Region than the one it has to be in. */
export function isUsable(key: string, bucketType: BucketType, region?: string): boolean {
  const parsed = parseKmsKey(key);
  if (parsed === undefined || (bucketType === 'directory' && isAlias(parsed))) return false;
  return region === undefined || parsed.form !== 'key-arn' || parsed.region === region;
}

const arnOfKey = /\barn:[\w-]+:kms:[\w-]+:\d{12}:(?:key|alias)\/[\w/:-]+/g;

/** The KMS keys that a text names by ARN, each once. */
export function keyArnsIn(source: SourceText): string[] {
  return [...new Set(source.found(arnOfKey))].filter((key) => parseKmsKey(key) !== undefined);
}

function written(key: string, origin: KeyReference['origin']): KeyReference {
  return { label: key, value: key, origin };
}

/** A key's ARN that has the right form. */
function sampleIn(region = 'us-east-1'): string {
  return `arn:aws:kms:${region}:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
}

/** A sample, also as a project's policy may want it: in an account or of a pattern of its own. */
function samplesFor(sample: string, { allowedKeyAccounts = [], allowedKeys = [] }: Requirements): string[] {
  const parts = sample.split(':');
  const ofAccounts = allowedKeyAccounts.map((account) => sample.replace('111122223333', account));
  const patterns = allowedKeys.filter((key) => key.includes('*'));
  const ofPatterns = patterns.map((pattern) =>
    pattern
      .split(':')
      .map((part, index) =>
        part === '*' ? (parts[index] ?? '') : part.replace(/\*$/, '1234abcd-12ab-34cd-56ef-1234567890ab'),
      )
      .join(':'),
  );
  return [sample, ...ofAccounts, ...ofPatterns];
}
