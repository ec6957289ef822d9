import { type Template, textUnder } from '../cloudformation/template.ts';
import { asMap, member } from '../syntax/access.ts';
import { NodeMemory, rememberingLast } from '../syntax/memory.ts';
import type { MapNode, Node } from '../syntax/node.ts';

/** The LoggingConfiguration of a bucket of the template. */
export interface Logging {
  readonly resource: MapNode;
  readonly node: Node;
  /** All texts in it; undefined where an alias may stand for any. */
  readonly words: string | undefined;
}

/** The bucket that logs may be delivered to. */
export interface LogTarget {
  readonly logicalId: string;
  readonly node: MapNode;
  /** Where it is known. */
  readonly bucketName: string | undefined;
}

/** Who may log to whom in a template: by the words alone, so that few are evaluated. */
export class Loggings {
  readonly #byResource = new Map<MapNode, Logging>();
  /** The words of all, for most buckets are named in none. While they are the same, nobody logs to another bucket. */
  readonly words: string;

  private constructor(template: Template) {
    for (const { value } of template.section('Resources').values()) {
      const resource = asMap(value);
      const logging = resource && loggingOf(resource);
      if (logging) this.#byResource.set(resource, logging);
    }
    this.words = interned([...this.#byResource.values()].map(({ words }) => words ?? anyWord).join(separator));
  }

  /** Those of a template; looked for once. */
  static readonly of = rememberingLast((template: Template) => new Loggings(template));

  has({ resource, node }: Logging): boolean {
    return this.#byResource.get(resource)?.node === node;
  }

  /** Those that may speak of a bucket, its own among them. */
  about(target: LogTarget): Logging[] {
    const own = this.#byResource.get(target.node);
    if (!isNamedIn(this.words, target)) return own ? [own] : [];
    return [...this.#byResource.values()].filter((each) => each === own || isNamedIn(each.words ?? anyWord, target));
  }
}

let lastWords = '';

/** The same string as for the edit before, where it is equal: every subject compares its own with it. */
function interned(words: string): string {
  if (words !== lastWords) lastWords = words;
  return lastWords;
}

/** Stands in no text of a document that can be read. */
const separator = '\0';
const anyWord = '\0*';

function isNamedIn(words: string, { logicalId, bucketName }: LogTarget): boolean {
  return (
    words.includes(logicalId) || words.includes(anyWord) || (bucketName !== undefined && words.includes(bucketName))
  );
}

const ofResources = new NodeMemory<Logging | null>();

function loggingOf(resource: MapNode): Logging | undefined {
  let logging = ofResources.get(resource);
  if (logging === undefined) {
    logging = readLogging(resource) ?? null;
    ofResources.set(resource, logging);
  }
  return logging ?? undefined;
}

function readLogging(resource: MapNode): Logging | undefined {
  if (textUnder(resource, 'Type') !== 'AWS::S3::Bucket') return undefined;
  const properties = asMap(member(resource, 'Properties')?.value);
  const node = properties && member(properties, 'LoggingConfiguration')?.value;
  return node && { resource, node, words: wordsIn(node) };
}

function wordsIn(node: Node): string | undefined {
  if (node.kind === 'alias') return undefined;
  if (node.kind === 'scalar') return node.text;
  const children = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
  const words = children.map(wordsIn);
  return words.includes(undefined) ? undefined : words.join(separator);
}
