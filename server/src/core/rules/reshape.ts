import type { ForeignMember, ForeignName } from '../model/shapeFault.ts';
import type { Change } from '../syntax/edit/change.ts';
import type { Fix } from './fix.ts';
import { fix, hasMember, mapOf } from './fixing.ts';

/**
 * Spells a configuration in its document's dialect: every name of the other one, and the level that only one of them has.
 * None where a name is taken, or where something stands beside a level that would go.
 */
export function reshape(fault: ForeignMember, title: string): Fix[] {
  const changes = [fault, ...fault.others].map(changeOf);
  if (changes.includes(undefined)) return [];
  return [
    fix(
      title,
      changes.filter((change) => change !== undefined),
      { safe: true, preferred: true, uncovers: true },
    ),
  ];
}

function changeOf({ node, expected }: ForeignName): Change | undefined {
  if (node.kind === 'list') return { kind: 'wrap', node, name: expected };
  const map = mapOf(node);
  if (!map || node.kind !== 'scalar') return undefined;
  if (expected !== '') return hasMember(map, expected) ? undefined : { kind: 'rename', key: node, name: expected };
  return map.entries.length === 1 ? { kind: 'unwrap', node: map } : undefined;
}
