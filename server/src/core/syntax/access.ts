import type { Entry, ListNode, MapNode, Node } from './node.ts';

/** YAML's merge key. */
const mergeKey = '<<';

/** The one item of a list; undefined where it has none, or more. */
export function only<T>(list: readonly T[] | undefined): T | undefined {
  return list?.length === 1 ? list[0] : undefined;
}

/** What an alias stands for, or the node itself; undefined for an alias without a target. */
export function resolve(node: Node | undefined): Node | undefined {
  return node?.kind === 'alias' ? resolve(node.target) : node;
}

/** The node as a map, through aliases. */
export function asMap(node: Node | undefined): MapNode | undefined {
  const target = resolve(node);
  return target?.kind === 'map' ? target : undefined;
}

/** The node as a list, through aliases. */
export function asList(node: Node | undefined): ListNode | undefined {
  const target = resolve(node);
  return target?.kind === 'list' ? target : undefined;
}

/**
 * The members of a map that count, merge keys resolved: a key's last entry wins over its earlier ones, the map's own
 * entries win over merged ones, and an earlier merged map wins over a later.
 */
export function membersOf(map: MapNode): Map<string, Entry> {
  return map.entries.some(isMerge) ? collect(map, new Set()) : ownMembers(map);
}

/** The member that counts under this name, merge keys resolved. */
export function member(map: MapNode, name: string): Entry | undefined {
  const { entries, runs } = map;
  if (runs) return runs.last(name) ?? (runs.last(mergeKey) && membersOf(map).get(name));
  let hasMerge = false;
  // Nothing is asked more often: a loop takes half of what `findLast` does.
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index] as Entry;
    if (entry.key.text === name) return entry;
    hasMerge ||= isMerge(entry);
  }
  return hasMerge ? membersOf(map).get(name) : undefined;
}

/** How the last of a map's own entries under a name is found: made once, where `member` would go through all for each name. */
export function lastIn(map: MapNode): (name: string) => Entry | undefined {
  const { runs } = map;
  if (runs) return (name) => runs.last(name);
  const members = ownMembers(map);
  return (name) => members.get(name);
}

/** The text of a member that is a scalar, merge keys and aliases resolved; what a tag makes of one isn't known. */
export function textUnder(map: MapNode, name: string): string | undefined {
  const value = resolve(member(map, name)?.value);
  return value?.kind === 'scalar' && value.tag === undefined ? value.text : undefined;
}

/** True for an entry that merges other maps into its own. */
export function isMerge(entry: Entry): boolean {
  return entry.key.text === mergeKey && entry.key.style === 'plain';
}

/** Each map once: what a second visit could add, the first has. So neither cycles nor doubled merges cost anything. */
function collect(map: MapNode, visited: Set<MapNode>): Map<string, Entry> {
  if (visited.has(map)) return new Map();
  visited.add(map);
  const members = ownMembers(map);
  for (const entry of map.entries.filter(isMerge)) {
    for (const source of mergedMaps(entry.value)) {
      for (const [name, merged] of collect(source, visited)) {
        if (!members.has(name)) members.set(name, merged);
      }
    }
  }
  return members;
}

function ownMembers(map: MapNode): Map<string, Entry> {
  const members = new Map<string, Entry>();
  for (const entry of map.entries) {
    if (!isMerge(entry)) members.set(entry.key.text, entry);
  }
  return members;
}

function mergedMaps(value: Node): MapNode[] {
  const target = resolve(value);
  if (target?.kind === 'map') return [target];
  if (target?.kind === 'list') return target.items.map(asMap).filter((map) => map !== undefined);
  return [];
}
