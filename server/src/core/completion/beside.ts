import type { Place } from '../model/place.ts';
import { membersOf, resolve } from '../syntax/access.ts';
import type { Node } from '../syntax/node.ts';

/** The members of the map that a place is in, its own among them, by AWS's names. */
export function membersBeside({ map, spelling }: Place): Map<string, Node> {
  const members = [...membersOf(map)];
  return new Map(members.map(([name, { value }]) => [spelling.apiName(name) ?? name, value] as const));
}

/** The text of a member there; undefined where it isn't there, or is no scalar. */
export function textBeside(place: Place, name: string): string | undefined {
  const value = resolve(membersBeside(place).get(name));
  return value?.kind === 'scalar' ? value.text : undefined;
}
