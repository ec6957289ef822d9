import type { Value } from '../cloudformation/value.ts';
import type { World } from '../model/subject.ts';
import type { Node } from '../syntax/node.ts';

/** True where a node is part of what a world states: an arm of a Fn::If only where it is taken. */
export function isStated({ bucketName, locationName, request, encryption, shapeFaults }: World, node: Node): boolean {
  const values = [encryption, bucketName, locationName, ...Object.values(request)];
  return values.some((value) => isWithin(value, node)) || shapeFaults.some((fault) => placeOf(fault) === node);
}

function isWithin(value: Value<unknown>, node: Node): boolean {
  if (value.state === 'absent') return false;
  return value.node === node || (value.state === 'known' && isPartOf(value.value, node));
}

/** Looks through a list of values, or the members of what was read of a map. */
function isPartOf(content: unknown, node: Node): boolean {
  if (typeof content !== 'object' || content === null) return false;
  if ('node' in content && content.node === node) return true;
  return Object.values(content).some((member) => isValue(member) && isWithin(member, node));
}

function isValue(member: unknown): member is Value<unknown> {
  return typeof member === 'object' && member !== null && 'state' in member;
}

function placeOf(fault: World['shapeFaults'][number]): Node {
  return 'key' in fault ? fault.key : fault.node;
}
