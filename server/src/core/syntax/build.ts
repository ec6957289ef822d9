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
 * Makes the nodes of one section. Children are handed over complete; they learn their parent here.
 */
export class TreeBuilder {
  readonly section: Section;

  constructor(section: Section) {
    this.section = section;
  }

  scalar(start: number, end: number, text: string, style: ScalarStyle): ScalarNode {
    return { kind: 'scalar', section: this.section, start, end, text, style };
  }

  /** A value that isn't written. */
  empty(at: number): ScalarNode {
    return this.scalar(at, at, '', 'plain');
  }

  alias(start: number, end: number, name: string, target: Node | undefined): AliasNode {
    return { kind: 'alias', section: this.section, start, end, name, target };
  }

  map(start: number, end: number, entries: Entry[], style: CollectionStyle): MapNode {
    return adopt({ kind: 'map', section: this.section, start, end, entries, style });
  }

  /** A short tag spelt long: a map with one member, whose key stands where the tag does. */
  shortTag(start: number, end: number, name: string, value: Node): MapNode {
    const entries = [{ key: this.scalar(start, end, name, 'plain'), value }];
    const style = 'flow';
    return adopt({ kind: 'map', section: this.section, start, end: value.end, entries, style, shortTag: true });
  }

  list(start: number, end: number, items: Node[], style: CollectionStyle): ListNode {
    const list: ListNode = { kind: 'list', section: this.section, start, end, items, style };
    for (const item of items) item.parent = list;
    return list;
  }

  fault(offset: number, message: string): void {
    this.section.errors.push({ offset, message });
  }
}

function adopt(map: MapNode): MapNode {
  for (const { key, value } of map.entries) {
    key.parent = map;
    value.parent = map;
  }
  return map;
}

/** A section without faults yet. */
export function newSection(base: number, length: number): Section {
  return { base, length, errors: [] };
}
