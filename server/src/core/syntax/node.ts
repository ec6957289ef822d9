/**
 * The one tree that JSON and YAML are read into.
 *
 * A node's offsets are UTF-16 units from the start of its section, so an edit moves the sections behind it by changing
 * their bases and touches no tree. CloudFormation's short tags are spelt long while reading (`!Ref X` becomes a map with
 * the one member `Ref`), so nothing behind the readers knows two spellings of an intrinsic.
 */

/** A piece of the text that was read on its own: a resource of a template, or all of a small document. */
export interface Section {
  /** Where the section begins in the document, in UTF-16 units. The one number an edit before it changes. */
  base: number;
  /** How long it is, in UTF-16 units. */
  length: number;
  /** What could not be read in it. */
  errors: SyntaxFault[];
  /** What is remembered of its nodes, by whose memory it is. */
  memory: Map<object, Map<Node, unknown>> | undefined;
}

/** A half-open range of a section, in UTF-16 units from the section's start. */
export interface Span {
  readonly section: Section;
  readonly start: number;
  readonly end: number;
}

/** Something the readers could not make sense of. */
export interface SyntaxFault {
  /** UTF-16 units from the section's start. */
  readonly offset: number;
  readonly message: string;
}

interface NodeBase extends Span {
  /** The map or list this node stands in; undefined for a root. */
  parent: MapNode | ListNode | undefined;
  /** A tag that is not one of CloudFormation's, as written (`!vault`, `!!set`). What it yields isn't known. */
  tag?: string;
}

/** A map. Its span runs from its first key or bracket to the end of its last value or bracket. */
export interface MapNode extends NodeBase {
  readonly kind: 'map';
  /** In the order written; a key that is written twice is here twice. */
  readonly entries: Entry[];
  readonly style: CollectionStyle;
  /** The entries in runs, where it is a map of many that is edited. */
  readonly runs?: EntryRuns;
  /** True where the map is a short tag spelt long: its key's span is the tag's. */
  readonly shortTag?: boolean;
}

/** A list. */
export interface ListNode extends NodeBase {
  readonly kind: 'list';
  readonly items: Node[];
  readonly style: CollectionStyle;
}

/** A scalar. Its span holds its quotes; that of a value that isn't written (`key:`) is empty and stands behind the key. */
export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  /** The text it stands for: escapes resolved, quotes gone. */
  readonly text: string;
  readonly style: ScalarStyle;
}

/** A YAML alias (`*name`). Its target is undefined where the anchor is missing or not complete yet. */
export interface AliasNode extends NodeBase {
  readonly kind: 'alias';
  readonly name: string;
  readonly target: Node | undefined;
}

/** One `key: value` of a map. */
export interface Entry {
  readonly key: ScalarNode;
  readonly value: Node;
}

/** Entries of a map that stand one behind the other: the very same list while an edit leaves all of them as they are. */
export type EntryRun = readonly Entry[];

/** The entries of a map of many, in runs; so that what rests on others than an edit has changed need not be looked at. */
export interface EntryRuns {
  /** In the order of the text. */
  readonly list: readonly EntryRun[];
  /** Grows with each edit that changes them. */
  readonly revision: number;
  /** The last entry with this key. */
  last(name: string): Entry | undefined;
  /** The keys under which something came, went or became another since a revision; undefined where it is too long ago. */
  changedSince(revision: number): readonly string[] | undefined;
}

/** `plain` has no quotes: `true`, `12` and `null` are only such when plain. `block` is YAML's `|` and `>`. */
export type ScalarStyle = 'plain' | 'quoted' | 'block';
/** `flow` stands in brackets. */
export type CollectionStyle = 'block' | 'flow';
/** A node of the tree. */
export type Node = MapNode | ListNode | ScalarNode | AliasNode;
