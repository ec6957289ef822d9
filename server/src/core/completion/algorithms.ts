import { bestKey } from '../keys/keyReferences.ts';
import { allowsManagedKey } from '../model/requirements.ts';
import { dsseKms, sseKms, sseS3, takesKmsKey } from '../s3/algorithms.ts';
import { valuesOf } from '../s3/describe.ts';
import { TabStop, type Written, type WrittenEntry } from '../syntax/edit/layout.ts';
import { membersBeside } from './beside.ts';
import type { Site } from './site.ts';
import { allowedOf } from './variants.ts';

/** An algorithm to begin with, and what has to stand beside it. */
export interface AlgorithmStart {
  readonly value: Written;
  readonly beside: readonly WrittenEntry[];
}

/** True for an algorithm that AWS, or the project, refuses without a key. */
export function needsKey(algorithm: string, { bucketType, policy }: Site): boolean {
  return takesKmsKey(algorithm) && (bucketType === 'directory' || !allowsManagedKey(policy));
}

/** A key for an algorithm that needs one. */
export function keyBeside({ keys }: Site): WrittenEntry {
  return ['KMSMasterKeyID', bestKey(keys)];
}

/** Beside a key, those that take a key; else those that need none, as far as there are any. */
export function algorithmFor(site: Site, hasKey: boolean): AlgorithmStart {
  const possible = valuesOf('SSEAlgorithm', site.bucketType);
  const usual = [sseKms, sseS3, dsseKms].filter((each) => possible.includes(each) && (!hasKey || takesKmsKey(each)));
  const allowed = allowedOf(usual, site.policy, (each) => each);
  const complete = hasKey ? allowed : allowed.filter((each) => !needsKey(each, site));
  if (complete.length > 0) return { value: new TabStop(complete[0] ?? sseS3, complete), beside: [] };
  return { value: new TabStop(allowed[0] ?? sseKms, allowed), beside: [keyBeside(site)] };
}

/** Whether the map of a place has a key. */
export function hasKey({ place }: Site): boolean {
  return membersBeside(place).has('KMSMasterKeyID');
}
