import { MovingSection } from './movingSection.ts';
import type {
  AliasNode,
  CollectionStyle,
  Entry,
  ListNode,
  MapNode,
  Node,
  ScalarNode,
  ScalarStyle,
  Section,
} from './node.ts';

/**
 * Makes the nodes of one section. Children are handed over complete; they learn their parent here. Every node has a place for it
 * from the beginning: one that is added later costs V8 an object of its own, and there are tens of thousands.
 */
export class TreeBuilder {
  readonly section: Section;

  constructor(section: Section) {
    this.section = section;
  }

  scalar(start: number, end: number, text: string, style: ScalarStyle): ScalarNode {
    return { kind: 'scalar', section: this.section, start, end, text, style, parent: undefined };
  }

  /** A value that isn't written. */
  empty(at: number): ScalarNode {
    return this.scalar(at, at, '', 'plain');
  }

  alias(start: number, end: number, name: string, target: Node | undefined): AliasNode {
    return { kind: 'alias', section: this.section, start, end, name, target, parent: undefined };
  }

  map(start: number, end: number, entries: Entry[], style: CollectionStyle): MapNode {
    const map: MapNode = { kind: 'map', section: this.section, start, end, entries, style, parent: undefined };
    adopt(entries, map);
    return map;
  }

  /** A short tag spelt long: a map with one member, whose key stands where the tag does. */
  shortTag(start: number, end: number, name: string, value: Node): MapNode {
    const entries = [{ key: this.scalar(start, end, name, 'plain'), value }];
    const style = 'flow';
    const { section } = this;
    const parent = undefined;
    const map: MapNode = { kind: 'map', section, start, end: value.end, entries, style, parent, shortTag: true };
    adopt(entries, map);
    return map;
  }

  list(start: number, end: number, items: Node[], style: CollectionStyle): ListNode {
    const list: ListNode = { kind: 'list', section: this.section, start, end, items, style, parent: undefined };
    for (const item of items) item.parent = list;
    return list;
  }

  fault(offset: number, message: string): void {
    this.section.errors.push({ offset, message });
  }
}

/** Tells the keys and values of a map what they stand in. */
export function adopt(entries: readonly Entry[], map: MapNode): void {
  for (const { key, value } of entries) {
    key.parent = map;
    value.parent = map;
  }
}

/** A section without faults yet. */
export function newSection(base: number, length: number): MovingSection {
  return new MovingSection(base, length);
}
