import { homeOf } from '../model/reading/homes.ts';
import type { MisplacedMember } from '../model/shapeFault.ts';
import type { World } from '../model/subject.ts';
import { holderOf, type Level, levelsTo } from '../s3/members.ts';
import { asMap, member } from '../syntax/access.ts';
import type { Change, MadeMember } from '../syntax/edit/change.ts';
import type { MapNode, Node, ScalarNode } from '../syntax/node.ts';
import { entryOf, keyOf } from '../syntax/pointer.ts';
import { hasMember, mapOf, orderOf, written } from './fixing.ts';

/** Brings misplaced members of one map to their level; undefined where that isn't one plain move. */
export function relocate(world: World, fault: MisplacedMember): Change[] | undefined {
  const { key } = fault;
  const map = mapOf(key);
  const name = apiName(world, key);
  const home = homeOf(name)?.level;
  if (!map || !home) return undefined;
  if (name === 'ServerSideEncryptionRule')
    return asMap(entryOf(key)?.value) ? [{ kind: 'unwrap', node: map }] : undefined;
  const keys = [key, ...fault.others].filter((each) => homeOf(apiName(world, each))?.level === home);
  return (
    raise(world, keys, map, home) ?? lowerTogether(world, [key, ...fault.others], map) ?? lower(world, keys, map, home)
  );
}

/** Members of several levels that are all too high: those of the deepest go all the way, each other one as far as its own. */
function lowerTogether(world: World, keys: readonly ScalarNode[], map: MapNode): Change[] | undefined {
  const levels = levelsTo(world.dialect, 'by-default');
  const here = levelOf(world, map);
  const depths = keys.map((key) => {
    const level = homeOf(apiName(world, key))?.level;
    return level ? levels.indexOf(level) : -1;
  });
  const deepest = Math.max(...depths);
  const start = here ? levels.indexOf(here) : -1;
  const to = levels[deepest];
  if (!here || !to || start === -1 || new Set(depths).size < 2 || depths.some((depth) => depth <= start))
    return undefined;
  const at = (depth: number) => keys.filter((_, index) => depths[index] === depth);
  const way = wayDown(world, here, to)?.map((member, index) => {
    const depth = start + 1 + index;
    return depth === deepest ? member : { ...member, beside: at(depth) };
  });
  if (!way || hasMember(map, way[0]?.name ?? '')) return undefined;
  return [{ kind: 'nest', keys: at(deepest), under: way }];
}

/** Out of a level that is too deep: into the nearest map around it that is their level. */
function raise(world: World, keys: readonly ScalarNode[], map: MapNode, home: Level): Change[] | undefined {
  for (let at: Node | undefined = map.parent; at; at = at.parent) {
    if (at.kind !== 'map' || levelOf(world, at) !== home) continue;
    const into = at;
    const isTaken = keys.some(({ text }) => hasMember(into, text));
    return isTaken ? undefined : [{ kind: 'move', keys, into, order: orderOf(world, home) }];
  }
  return undefined;
}

/** Out of a level that is too high: into the map beside them that is their level, or into one that is made for them. */
function lower(world: World, keys: readonly ScalarNode[], map: MapNode, home: Level): Change[] | undefined {
  const here = levelOf(world, map);
  const way = here && wayDown(world, here, home);
  const [first, ...deeper] = way ?? [];
  if (!way || !first) return undefined;
  const beside = map.entries.find(({ key }) => key.text === first.name);
  if (!beside) return [{ kind: 'nest', keys, under: way }];
  const into = asMap(beside.value);
  if (into && deeper.length === 0 && !first.item) {
    const isTaken = keys.some(({ text }) => hasMember(into, text));
    return isTaken ? undefined : [{ kind: 'move', keys, into, order: orderOf(world, home) }];
  }
  const isEmpty = beside.value.kind === 'scalar' && beside.value.text === '';
  const leads =
    keys[0] !== undefined && map.entries.indexOf(beside) > map.entries.findIndex(({ key }) => key === keys[0]);
  if (!isEmpty || leads) return undefined;
  return [
    { kind: 'remove', node: beside.key },
    { kind: 'nest', keys, under: way },
  ];
}

/** The members that lead from one level to a deeper one; undefined where none do. */
function wayDown(world: World, from: Level, to: Level): MadeMember[] | undefined {
  const levels = levelsTo(world.dialect, to);
  const start = levels.indexOf(from);
  // An entry is never made for blocked types alone.
  if (start === -1 || (to === 'blocked-types' && from !== 'entry')) return undefined;
  return levels.slice(start + 1).flatMap((level) => {
    const holder = holderOf(world.dialect, level);
    return holder ? [{ name: written(world, holder.name), item: holder.isList }] : [];
  });
}

/** Which level of a configuration a map is, by the key that it stands under: for a resource a logical id, whatever it is. */
function levelOf(world: World, map: MapNode): Level | undefined {
  if (member(map, 'Type')) return undefined;
  const key = keyOf(map);
  const name = key && apiName(world, key);
  if (name === undefined) return map.parent?.kind === 'list' ? 'entry' : rootLevel(world, map);
  if (name === 'BucketEncryption') return 'bucket-encryption';
  if (name === 'Properties') return 'properties';
  if (name === 'BlockedEncryptionTypes') return 'blocked-types';
  if (name === 'ServerSideEncryptionConfiguration') return world.dialect === 'api' ? 'configuration' : undefined;
  return /^(?:Apply)?ServerSideEncryptionByDefault$/.test(name) ? 'by-default' : undefined;
}

function rootLevel({ dialect }: World, map: MapNode): Level | undefined {
  if (dialect !== 'api') return undefined;
  return member(map, 'Rules') && !member(map, 'Bucket') ? 'configuration' : 'request';
}

function apiName({ spelling }: World, { text }: ScalarNode): string {
  return spelling.apiName(text) ?? text;
}
