import type { Requirements } from '../model/requirements.ts';
import type { Severities } from '../rules/severity.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import { matches } from './globs.ts';
import type { Policy } from './policy.ts';

/** What a user sets, and a policy may say otherwise. */
export interface Settable {
  readonly bucketType?: BucketType | undefined;
  readonly severities?: Severities | undefined;
  readonly policy?: Requirements | undefined;
}

/**
 * What a file is judged under: what the project's policy says, and the user's settings where it says nothing. So editor
 * and command line judge alike, whoever runs them. `path` is relative to the policy's folder, with slashes.
 */
export function underPolicy<S extends Settable>(policy: Policy, path: string, settings: S): S {
  return {
    ...settings,
    bucketType: bucketTypeUnder(policy, path) ?? settings.bucketType,
    severities: { ...settings.severities, ...policy.severities },
    policy,
  };
}

/** The type of the buckets in a file as the policy states it; `path` is relative to the policy's folder, with slashes. */
export function bucketTypeUnder({ bucketTypes = {} }: Policy, path: string): BucketType | undefined {
  return Object.entries(bucketTypes).find(([glob]) => matches(glob, path))?.[1];
}

/** True for a file that the policy leaves alone; `path` is relative to the policy's folder, with slashes. */
export function isIgnored(policy: Policy, path: string): boolean {
  return policy.ignore?.some((glob) => matches(glob, path)) ?? false;
}

/** What of a policy may count where its folder isn't trusted: what makes no finding milder, and none go away. */
export function withoutWidening({ severities, ignore, target, bucketTypes, ...narrowing }: Policy): Policy {
  return narrowing;
}
