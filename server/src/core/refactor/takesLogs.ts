import { intrinsicOf, mayBeNoValue } from '../cloudformation/intrinsics.ts';
import { logTarget } from '../model/destinations.ts';
import { templateAround } from '../model/finders/template.ts';
import { isInForce, Loggings } from '../model/loggings.ts';
import { asMap, member } from '../syntax/access.ts';
import type { Document } from '../syntax/document.ts';
import { keyOf } from '../syntax/pointer.ts';
import type { Bucket } from './bucketAt.ts';

/** True for a bucket of a template that access logs may be delivered to: SSE-S3 alone is documented for those. */
export function mayTakeLogs(document: Document, { node, world }: Bucket): boolean {
  const resource = world.dialect === 'cloudformation' ? asMap(node) : undefined;
  const key = keyOf(node);
  if (!resource || !key) return false;
  const target = logTarget(key.text, resource, document.language);
  const template = templateAround(document, node);
  return Loggings.of(template)
    .about(target)
    .some((each) => (each.resource === resource ? !namesTarget(each.node) : isInForce(each, template)));
}

/** Without a destination, a bucket logs to itself; it may be that AWS::NoValue leaves it out. */
function namesTarget(logging: Bucket['node']): boolean {
  const map = asMap(logging);
  const destination = map && member(map, 'DestinationBucketName')?.value;
  const intrinsic = destination && intrinsicOf(destination);
  return destination !== undefined && !(intrinsic && mayBeNoValue(intrinsic));
}
