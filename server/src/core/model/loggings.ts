import { intrinsicOf } from '../cloudformation/intrinsics.ts';
import type { Template } from '../cloudformation/template.ts';
import { asMap, member, textUnder } from '../syntax/access.ts';
import { OwnMemory, rememberingLast } from '../syntax/memory.ts';
import { newAmong } from '../syntax/newAmong.ts';
import type { EntryRun, MapNode, Node } from '../syntax/node.ts';

/** The LoggingConfiguration of a bucket of the template, in force or not. */
export interface Logging {
  readonly logicalId: string;
  readonly resource: MapNode;
  readonly node: Node;
  /** All texts in it; undefined where an alias may stand for any. */
  readonly words: string | undefined;
}

/** The bucket that logs may be delivered to. */
export interface LogTarget {
  readonly logicalId: string;
  readonly node: MapNode;
  /** Texts of which one stands in whatever means the bucket by its name: the name where it is known, and what it is written as. */
  readonly names: readonly string[];
}

/** A bucket as one that logs may be delivered to; its name where that is known. */
export function logTarget(logicalId: string, node: MapNode, bucketName: string | undefined): LogTarget {
  const written = propertyOf(node, 'BucketName');
  const names = [bucketName, written && wordsIn(written)].filter((name) => name !== undefined);
  return { logicalId, node, names: [...new Set(names)] };
}

/** False for what a bucket says that a later resource of its name makes void. */
export function isInForce({ logicalId, resource }: Logging, template: Template): boolean {
  return asMap(template.find('Resources', logicalId)) === resource;
}

/** Who may log to whom in a template: by the words alone, so that few are evaluated. */
export class Loggings {
  /** The resources of the template, and what was found in each run of them. */
  readonly #resources: readonly EntryRun[];
  readonly #runs: readonly LoggingRun[];
  #byResource: ReadonlyMap<MapNode, Logging> | undefined;
  /** The words of all, for most buckets are named in none. While they are the same, nobody logs to another bucket. */
  readonly words: string;

  /** Looks for loggings where the runs are new since the last time; all others speak of whom they spoke of. */
  private constructor(resources: readonly EntryRun[], before?: Loggings) {
    const [oldResources, old] = before ? [before.#resources, before.#runs] : [[], []];
    const { first, behind, behindOld } = newAmong(resources, oldResources);
    const fresh = resources.slice(first, behind).map((run) => ofRuns.once(run, loggingsIn));
    const isSaidAnew = wordsOf(fresh) !== wordsOf(old.slice(first, behindOld));
    this.#resources = resources;
    this.#runs = old.toSpliced(first, behindOld - first, ...fresh);
    // While they are equal it is the same string: every subject compares its own with it.
    this.words = before && !isSaidAnew ? before.words : wordsOf(this.#runs);
  }

  /** Those of a template; looked for once. */
  static readonly of = rememberingLast((template: Template, before?: Loggings) => {
    const resources = template.mapsOf('Resources').flatMap(({ runs, entries }) => runs?.list ?? [entries]);
    return new Loggings(resources, before);
  });

  has({ resource, node }: Logging): boolean {
    return this.#ofResources().get(resource)?.node === node;
  }

  /** Those that may speak of a bucket, its own among them. */
  about(target: LogTarget): Logging[] {
    if (isNamedIn(this.words, target)) {
      const isMeant = ({ resource, words }: Logging) => resource === target.node || isNamedIn(words ?? anyWord, target);
      return this.#all().filter(isMeant);
    }
    const own = loggingOf(target.logicalId, target.node);
    return own ? [own] : [];
  }

  #all(): Logging[] {
    return this.#runs.flatMap(({ loggings }) => loggings);
  }

  #ofResources(): ReadonlyMap<MapNode, Logging> {
    this.#byResource ??= new Map(this.#all().map((logging) => [logging.resource, logging]));
    return this.#byResource;
  }
}

/** The loggings of some resources, and all their words. */
interface LoggingRun {
  readonly loggings: readonly Logging[];
  readonly words: string;
}

const ofRuns = new OwnMemory<EntryRun, LoggingRun>();

function loggingsIn(run: EntryRun): LoggingRun {
  const loggings = run.flatMap(({ key, value }) => {
    const resource = asMap(value);
    return (resource && loggingOf(key.text, resource)) ?? [];
  });
  return { loggings, words: together(loggings.map(({ words }) => words ?? anyWord)) };
}

/** Those of all, whatever runs they stand in. */
function wordsOf(runs: readonly LoggingRun[]): string {
  return together(runs.map(({ words }) => words));
}

function together(words: readonly string[]): string {
  return words.filter((each) => each !== '').join(separator);
}

/** Stands in no text of a document that can be read. */
const separator = '\0';
const anyWord = '\0*';
/** Stands behind the words of what puts a text together: that can be a name which is written otherwise. */
const composed = '\0+';

function isNamedIn(words: string, { logicalId, names }: LogTarget): boolean {
  if (words.includes(logicalId) || words.includes(anyWord)) return true;
  return names.some((name) => words.includes(name) || words.includes(composed));
}

function loggingOf(logicalId: string, resource: MapNode): Logging | undefined {
  if (textUnder(resource, 'Type') !== 'AWS::S3::Bucket') return undefined;
  const node = propertyOf(resource, 'LoggingConfiguration');
  return node && { logicalId, resource, node, words: wordsIn(node) };
}

function propertyOf(resource: MapNode, name: string): Node | undefined {
  const properties = asMap(member(resource, 'Properties')?.value);
  return properties && member(properties, name)?.value;
}

function wordsIn(node: Node): string | undefined {
  if (node.kind === 'alias') return undefined;
  if (node.kind === 'scalar') return node.text;
  const children = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
  const words = children.map(wordsIn);
  return words.includes(undefined) ? undefined : words.join(separator) + (composes(node) ? composed : '');
}

/** True of a function that yields other texts than those that stand in it. */
function composes(node: Node): boolean {
  const intrinsic = intrinsicOf(node);
  return intrinsic !== undefined && intrinsic.name !== 'Ref' && intrinsic.name !== 'Fn::If';
}
