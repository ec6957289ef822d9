import { addsMembers } from '../../cloudformation/intrinsics.ts';
import { hasPlaceholder } from '../../cloudformation/placeholders.ts';
import { absent, unknown, type Value } from '../../cloudformation/value.ts';
import { type Dialect, type Level, levels } from '../../s3/members.ts';
import { isMerge, membersOf } from '../../syntax/access.ts';
import type { Entry, MapNode, Node, ScalarNode } from '../../syntax/node.ts';
import { nearest } from '../nearest.ts';
import { byHome, homeOf, namesOfOtherDialect } from './homes.ts';
import type { Reading, Slot } from './reading.ts';

/** Says which strange members of a map are no fault. */
export type IsIgnored = (name: string) => boolean;

/** A map's members, each looked up by its name in this dialect. */
export type Slots = (name: string) => Slot;

/**
 * Looks at a map as one level of a configuration: reports what doesn't belong there, and gives the members that do.
 * A member that is missing where something strange stands isn't called missing: it may be the one that is meant.
 */
export function openLevel(reading: Reading, level: Level, map: MapNode, isIgnored: IsIgnored = ignoreNone): Slots {
  reportDuplicates(reading, map, isIgnored);
  const known = new Map<string, Entry>();
  const unfit: Entry[] = [];
  for (const entry of membersOf(map).values()) {
    const { key } = entry;
    const name = nameOf(reading, key);
    if (Object.hasOwn(levels[reading.dialect][level], name)) known.set(name, entry);
    else if (!isIgnored(key.text)) unfit.push(entry);
  }
  const strange = unfit.filter(({ key }) => !addsMembers(key.text) && !hasPlaceholder(key.text));
  const foreign = reportStrange(reading, level, strange);
  const isOpen = unfit.length > 0;
  return (name) => {
    const value = slotValue(reading, known.get(name) ?? foreign.get(name), isOpen, name);
    return { name: reading.spelling.written(name), value };
  };
}

/** AWS's name for what a key says, or nothing. */
function nameOf({ spelling }: Reading, key: ScalarNode): string {
  return spelling.apiName(key.text) ?? '';
}

function slotValue(reading: Reading, entry: Entry | undefined, isOpen: boolean, name: string): Value<Node> {
  if (entry && reading.spelling.isFilledIn(entry.key.text)) return unknown(entry.value, false);
  if (entry) return { state: 'known', value: entry.value, node: entry.value };
  return isOpen || reading.claimed.has(name) ? unknown(undefined, true) : absent;
}

function ignoreNone(): boolean {
  return false;
}

const none: ReadonlyMap<string, Entry> = new Map();

/** Reports strange members, each as what it most specifically is; returns the other dialect's by their name in this one. */
function reportStrange(reading: Reading, level: Level, strange: readonly Entry[]): ReadonlyMap<string, Entry> {
  if (strange.length === 0) return none;
  const foreign = new Map<string, Entry>();
  const misplaced: ScalarNode[] = [];
  for (const entry of strange) {
    const { key } = entry;
    const name = nameOf(reading, key);
    const here = namesOfOtherDialect(reading.dialect, level).get(name);
    if (here !== undefined) {
      foreign.set(here, entry);
      reportForeign(reading, key, here);
    } else if (homeOf(name) !== undefined) {
      misplaced.push(key);
    } else {
      reportUnknown(reading, level, key);
    }
  }
  reportMisplaced(reading, misplaced);
  return foreign;
}

/** One paste from the other dialect is one fault: only its first name is reported. */
export function reportForeign(reading: Reading, node: ScalarNode | Node, expected: string, found?: string): void {
  const first = reading.faults.find((fault) => fault.kind === 'foreign-member');
  if (first) {
    first.others.push({ node, expected });
    return;
  }
  const name = found ?? (node.kind === 'scalar' ? node.text : '');
  reading.faults.push({ kind: 'foreign-member', node, found: name, expected, others: [] });
}

function reportUnknown(reading: Reading, level: Level, key: ScalarNode): void {
  const { apiName, written } = reading.spelling;
  const meant = nearest(key.text, Object.keys(levels[reading.dialect][level]).map(written));
  if (meant !== undefined) reading.claimed.add(apiName(meant) ?? meant);
  reading.faults.push({ kind: 'unknown-member', key, nearest: meant });
}

/** Reports members of one map that stand at a wrong level, as one fault. They aren't missing at their own level. */
export function reportMisplaced(reading: Reading, keys: readonly ScalarNode[]): void {
  const [key, ...others] = keys.toSorted((a, b) => byHome(nameOf(reading, a), nameOf(reading, b)));
  if (!key) return;
  for (const each of keys) reading.claimed.add(nameIn(reading.dialect, nameOf(reading, each)));
  // A bucket's properties are no level of a configuration, but BucketEncryption is at home there.
  const holder = homeOf(nameOf(reading, key))?.holder[reading.dialect] ?? 'Properties';
  const belongsIn = holder.replace(/\w+$/, reading.spelling.written);
  reading.faults.push({ kind: 'misplaced-member', key, belongsIn, others });
}

/** Reports the keys of a map that a later one makes void. */
export function reportDuplicates(reading: Reading, map: MapNode, isIgnored: IsIgnored = ignoreNone): void {
  const last = new Map<string, ScalarNode>();
  for (const { key } of map.entries) last.set(key.text, key);
  if (last.size === map.entries.length) return;
  for (const entry of map.entries) {
    const { key } = entry;
    const counts = last.get(key.text);
    const isVoid = counts !== undefined && counts !== key && !isMerge(entry);
    if (isVoid && !isIgnored(key.text)) reading.faults.push({ kind: 'duplicate-member', key, counts });
  }
}

function nameIn(dialect: Dialect, name: string): string {
  return namesOfOtherDialect(dialect, 'entry').get(name) ?? name;
}
