import type { World } from '../model/subject.ts';
import { asMap, isMerge } from '../syntax/access.ts';
import type { Change, ModelValue } from '../syntax/edit/change.ts';
import type { Node } from '../syntax/node.ts';
import type { Fix } from './fix.ts';
import { type FixKind, fix, hasMember, plainEntry } from './fixing.ts';

/** The members of a resource, in the order that AWS's documentation has them in. */
export const resourceOrder = [
  'Type',
  'Condition',
  'DependsOn',
  'DeletionPolicy',
  'UpdateReplacePolicy',
  'Metadata',
  'Properties',
];

/** Gives a bucket of a template that has no BucketEncryption one with this algorithm. */
export function stateEncryption(world: World, resource: Node, algorithm: string, kind?: FixKind): Fix[] {
  const changes = encryptionChanges(resource, plainEntry(world, algorithm));
  return changes ? [fix(`Add BucketEncryption with ${algorithm}`, changes, kind)] : [];
}

/** As `stateEncryption`, with any rule. Undefined where the resource has no place for it, or has one already. */
export function encryptionChanges(resource: Node, entry: ModelValue): Change[] | undefined {
  const map = asMap(resource);
  const encryption = { ServerSideEncryptionConfiguration: [entry] };
  const written = map?.entries.findLast(({ key }) => key.text === 'Properties');
  if (!map || map.entries.some(isMerge)) return undefined;
  if (!written) {
    const value = { BucketEncryption: encryption };
    return [{ kind: 'insert', into: map, name: 'Properties', value, order: resourceOrder }];
  }
  const properties = asMap(written.value);
  if (properties && !hasMember(properties, 'BucketEncryption'))
    return [{ kind: 'insert', into: properties, name: 'BucketEncryption', value: encryption, order: [] }];
  const isUnwritten = written.value.kind === 'scalar' && written.value.text === '';
  return isUnwritten ? [{ kind: 'set', node: written.value, value: { BucketEncryption: encryption } }] : undefined;
}
