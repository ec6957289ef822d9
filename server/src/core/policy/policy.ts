import type { Requirements } from '../model/requirements.ts';
import type { Severities } from '../rules/severity.ts';
import type { BucketType } from '../s3/bucketTypes.ts';

/** A project's policy: what `.s3-encryption.json` or `.s3-encryption.yaml` says. An empty one changes nothing. */
export interface Policy extends Requirements {
  /** Severities in place of the rules' own, and of the user's. */
  readonly severities?: Severities;
  /** The type of the buckets in the files that a glob matches, where their documents don't say; the first that matches. */
  readonly bucketTypes?: Readonly<Partial<Record<string, BucketType>>>;
  /** Globs of files that are not judged. */
  readonly ignore?: readonly string[];
}

/** The names that a policy's file can have, the first that is there being it. */
export const policyFileNames = ['.s3-encryption.yaml', '.s3-encryption.yml', '.s3-encryption.json'] as const;

/** True for a file of a policy, by its path or URI. */
export function isPolicyFile(path: string): boolean {
  return policyFileNames.some((name) => path === name || path.endsWith(`/${name}`));
}
