import { homeOf } from '../model/reading/homes.ts';
import type { MisplacedMember } from '../model/shapeFault.ts';
import type { World } from '../model/subject.ts';
import { listNames, type ShapeName } from '../s3/members.ts';
import { asMap, member } from '../syntax/access.ts';
import type { Change, MadeMember } from '../syntax/edit/change.ts';
import type { MapNode, Node, ScalarNode } from '../syntax/node.ts';
import { entryOf, keyOf } from '../syntax/pointer.ts';
import { defaultName, hasMember, mapOf, orderOf, written } from './fixing.ts';

/** Brings misplaced members of one map to their level; undefined where that isn't one plain move. */
export function relocate(world: World, fault: MisplacedMember): Change[] | undefined {
  const { key } = fault;
  const map = mapOf(key);
  const name = apiName(world, key);
  const home = homeOf(name)?.shape;
  if (!map || !home) return undefined;
  if (name === 'ServerSideEncryptionRule')
    return asMap(entryOf(key)?.value) ? [{ kind: 'unwrap', node: map }] : undefined;
  const keys = [key, ...fault.others].filter((each) => homeOf(apiName(world, each))?.shape === home);
  return (
    raise(world, keys, map, home) ?? lowerTogether(world, [key, ...fault.others], map) ?? lower(world, keys, map, home)
  );
}

/** Members of several levels that are all too high: those of the deepest go all the way, each other one as far as its own. */
function lowerTogether(world: World, keys: readonly ScalarNode[], map: MapNode): Change[] | undefined {
  const levels = ways[world.dialect];
  const here = shapeOf(world, map);
  const depths = keys.map((key) => {
    const shape = homeOf(apiName(world, key))?.shape;
    return shape ? levels.indexOf(shape) : -1;
  });
  const deepest = Math.max(...depths);
  const start = here ? levels.indexOf(here) : -1;
  const to = levels[deepest];
  if (!here || !to || start === -1 || new Set(depths).size < 2 || depths.some((depth) => depth <= start))
    return undefined;
  const at = (depth: number) => keys.filter((_, index) => depths[index] === depth);
  const way = wayDown(world, here, to)?.map((level, index) => {
    const depth = start + 1 + index;
    return depth === deepest ? level : { ...level, beside: at(depth) };
  });
  if (!way || hasMember(map, way[0]?.name ?? '')) return undefined;
  return [{ kind: 'nest', keys: at(deepest), under: way }];
}

/** Out of a level that is too deep: into the nearest map around it that is their level. */
function raise(world: World, keys: readonly ScalarNode[], map: MapNode, home: ShapeName): Change[] | undefined {
  for (let at: Node | undefined = map.parent; at; at = at.parent) {
    if (at.kind !== 'map' || shapeOf(world, at) !== home) continue;
    const into = at;
    const isTaken = keys.some(({ text }) => hasMember(into, text));
    return isTaken ? undefined : [{ kind: 'move', keys, into, order: orderOf(world, home) }];
  }
  return undefined;
}

/** Out of a level that is too high: into the map beside them that is their level, or into one that is made for them. */
function lower(world: World, keys: readonly ScalarNode[], map: MapNode, home: ShapeName): Change[] | undefined {
  const here = shapeOf(world, map);
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

const ways: Readonly<Record<World['dialect'], readonly ShapeName[]>> = {
  api: ['request', 'configuration', 'entry', 'by-default'],
  cloudformation: ['properties', 'bucket-encryption', 'entry', 'by-default'],
};

/** The members that lead from one level to a deeper one; undefined where none do. */
function wayDown(world: World, from: ShapeName, to: ShapeName): MadeMember[] | undefined {
  if (from === 'entry' && to === 'blocked-types') return [{ name: written(world, 'BlockedEncryptionTypes') }];
  const levels = ways[world.dialect];
  const [start, end] = [levels.indexOf(from), levels.indexOf(to)];
  if (start === -1 || end <= start) return undefined;
  return levels.slice(start + 1, end + 1).map((shape) => levelOf(world, shape));
}

function levelOf(world: World, shape: ShapeName): MadeMember {
  if (shape === 'by-default') return { name: defaultName(world) };
  if (shape === 'bucket-encryption') return { name: 'BucketEncryption' };
  if (shape === 'configuration') return { name: 'ServerSideEncryptionConfiguration' };
  return { name: written(world, listNames[world.dialect]), item: true };
}

/** Which level of a configuration a map is, by the key that it stands under: for a resource a logical id, whatever it is. */
function shapeOf(world: World, map: MapNode): ShapeName | undefined {
  if (member(map, 'Type')) return undefined;
  const key = keyOf(map);
  const name = key && apiName(world, key);
  if (name === undefined) return map.parent?.kind === 'list' ? 'entry' : rootShape(world, map);
  if (name === 'BucketEncryption') return 'bucket-encryption';
  if (name === 'Properties') return 'properties';
  if (name === 'BlockedEncryptionTypes') return 'blocked-types';
  if (name === 'ServerSideEncryptionConfiguration') return world.dialect === 'api' ? 'configuration' : undefined;
  return /^(?:Apply)?ServerSideEncryptionByDefault$/.test(name) ? 'by-default' : undefined;
}

function rootShape({ dialect }: World, map: MapNode): ShapeName | undefined {
  if (dialect !== 'api') return undefined;
  return member(map, 'Rules') && !member(map, 'Bucket') ? 'configuration' : 'request';
}

function apiName({ spelling }: World, { text }: ScalarNode): string {
  return spelling.apiName(text) ?? text;
}
