import type { World } from '../model/subject.ts';
import { defaultNames, type Level, levels } from '../s3/members.ts';
import { asMap } from '../syntax/access.ts';
import type { Change, ModelValue } from '../syntax/edit/change.ts';
import type { MapNode, Node } from '../syntax/node.ts';
import { entryOf } from '../syntax/pointer.ts';
import type { Fix } from './fix.ts';

/** What a fix may be; it is none of them where nothing is said. */
export interface FixKind {
  readonly safe?: boolean;
  readonly preferred?: boolean;
  readonly uncovers?: boolean;
}

/** A fix by its title and its changes. */
export function fix(title: string, changes: readonly Change[], { safe = false, ...kind }: FixKind = {}): Fix {
  return { title, safe, ...kind, changes };
}

/** Gives a node another value: `Use aws:kms`. */
export function use(node: Node, value: string | boolean, kind?: FixKind): Fix {
  return fix(`Use ${value}`, [{ kind: 'set', node, value }], kind);
}

/** Takes a member out of its map, wherever in it the name stands: `Remove ContentMD5`. None for what is no member. */
export function removeMember(node: Node, kind?: FixKind): Fix[] {
  const key = entryOf(node)?.key;
  if (!key) return [];
  const same = key.parent?.kind === 'map' ? key.parent.entries.filter(({ key: { text } }) => text === key.text) : [];
  const changes = same.map((entry) => ({ kind: 'remove', node: entry.key }) as const);
  return [fix(`Remove ${key.text}`, changes, kind)];
}

/** True where a map holds something beside the member that a node is. */
export function hasOthers(node: Node): boolean {
  const key = entryOf(node)?.key;
  return key?.parent?.kind === 'map' && key.parent.entries.some((entry) => entry.key.text !== key.text);
}

/** Puts a member into a map, where its level has it: `Add SSEAlgorithm: AES256`. */
export function addMember(
  world: World,
  level: Level,
  into: Node,
  { name, value, title }: { name: string; value: ModelValue; title?: string },
  kind?: FixKind,
): Fix[] {
  const map = asMap(into);
  const spelt = written(world, name);
  if (!map || hasMember(map, spelt)) return [];
  const order = orderOf(world, level);
  const says = title ?? `Add ${spelt}: ${String(value)}`;
  return [fix(says, [{ kind: 'insert', into: map, name: spelt, value, order }], kind)];
}

/** A member's name as the document writes it. */
export function written({ spelling }: World, name: string): string {
  return spelling.written(name);
}

/** The members of a level in their order, as the document writes them. */
export function orderOf(world: World, level: Level): string[] {
  return Object.keys(levels[world.dialect][level]).map((name) => written(world, name));
}

/** The name of an entry's default. */
export function defaultName(world: World): string {
  return written(world, defaultNames[world.dialect]);
}

/** An entry that sets an algorithm and nothing else. */
export function plainEntry(world: World, algorithm: string): ModelValue {
  return { [defaultName(world)]: { [written(world, 'SSEAlgorithm')]: algorithm } };
}

/** True where a map has a member of its own under this name. */
export function hasMember(map: MapNode | undefined, name: string): boolean {
  return map?.entries.some(({ key }) => key.text === name) ?? false;
}

/** The map that a key stands in. */
export function mapOf({ parent }: Node): MapNode | undefined {
  return parent?.kind === 'map' ? parent : undefined;
}

/** True for a node that is another one or stands in it. */
export function isWithin(node: Node | undefined, holder: Node): boolean {
  for (let at = node; at; at = at.parent) if (at === holder) return true;
  return false;
}
