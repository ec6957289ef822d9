import { unknown } from '../../cloudformation/value.ts';
import { asMap } from '../../syntax/access.ts';
import type { Language } from '../../syntax/language.ts';
import type { Entry, ScalarNode } from '../../syntax/node.ts';
import { newReading } from '../reading/reading.ts';
import { certainSubject, worldOf } from '../reading/world.ts';
import type { BucketSubject } from '../subject.ts';
import { bucketTypeOf } from './bucketResource.ts';

/**
 * The subject that a bucket is which a later resource of its name makes void: what it states is in force nowhere, so nothing is
 * told of it but that. `counts` is the key of the other one. Undefined for a resource that is no bucket.
 */
export function voidSubject({ key, value }: Entry, counts: ScalarNode, language: Language): BucketSubject | undefined {
  const node = asMap(value);
  const bucketType = node && bucketTypeOf(node);
  if (!bucketType) return undefined;
  const reading = newReading(language, 'cloudformation', { faults: [{ kind: 'duplicate-member', key, counts }] });
  const world = worldOf(reading, { encryption: unknown(undefined, true) });
  return { ...certainSubject('template', node, bucketType, world), isVoid: true };
}
