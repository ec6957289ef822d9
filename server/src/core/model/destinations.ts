import { intrinsicOf, mayBeNoValue } from '../cloudformation/intrinsics.ts';
import { mayBeSame, outlineOf } from '../cloudformation/outline.ts';
import { areSame, sourceOf, type Text } from '../cloudformation/text.ts';
import { asMap, member } from '../syntax/access.ts';
import type { Language } from '../syntax/language.ts';
import { NodeMemory } from '../syntax/memory.ts';
import type { MapNode, Node } from '../syntax/node.ts';

/** Where logs may be delivered to, as it is written. */
export interface Destination {
  readonly node: Node;
  /** All texts in it, and how they stand together: the same for the same expression. */
  readonly words: string;
  /** What it says by itself. */
  readonly outline: Text;
}

/** The bucket that logs may be delivered to. */
export interface LogTarget {
  readonly logicalId: string;
  readonly node: MapNode;
  /** What its name says by itself, in one world or another. */
  readonly names: readonly Text[];
}

const targets = new NodeMemory<LogTarget>();

/** A bucket as one that logs may be delivered to. */
export function logTarget(logicalId: string, node: MapNode, language: Language): LogTarget {
  return targets.once(node, () => {
    const names = under('Properties', node).flatMap((properties) => under('BucketName', properties));
    return { logicalId, node, names: names.map((name) => outlineOf(name, language)) };
  });
}

/** The destinations that a LoggingConfiguration has in one world or another. */
export function destinationsIn(logging: Node, language: Language): Destination[] {
  const nodes = branchesOf(logging).flatMap((branch) => {
    return branch.kind === 'alias' ? [branch] : under('DestinationBucketName', branch);
  });
  return nodes.map((node) => ({ node, words: wordsIn(node), outline: outlineOf(node, language) }));
}

/** False where a destination can't mean a bucket, whatever is decided. */
export function mayMean(destination: Destination, target: LogTarget): boolean {
  return mayRefer(destination, target) || target.names.some((name) => mayBeNamed(destination.outline, name));
}

/** False where a destination has no reference to a bucket. */
export function mayRefer({ words }: Destination, { logicalId }: LogTarget): boolean {
  return words.includes(logicalId) || words.includes(anyWord);
}

/** What a parameter alone comes to is not looked into: by its default it could be the name of any bucket. */
function mayBeNamed(outline: Text, name: Text): boolean {
  return sourceOf(outline) ? areSame(outline, name) : mayBeSame(outline, name);
}

/** What may stand under a name in a map. */
function under(name: string, node: Node): Node[] {
  const map = asMap(node);
  const found = map && member(map, name)?.value;
  return found ? branchesOf(found) : [];
}

/** What a node may turn out to be by Fn::If; nothing, too, of which nothing comes. */
function branchesOf(node: Node): Node[] {
  const intrinsic = node.kind === 'alias' ? undefined : intrinsicOf(node);
  if (!intrinsic) return [node];
  const { name, argument } = intrinsic;
  if (name !== 'Fn::If') return mayBeNoValue(intrinsic) ? [] : [node];
  return argument.kind === 'list' ? argument.items.slice(1).flatMap(branchesOf) : [node];
}

function wordsIn(node: Node): string {
  if (node.kind === 'alias') return anyWord;
  if (node.kind === 'scalar') return node.text;
  const words =
    node.kind === 'list'
      ? node.items.map(wordsIn)
      : node.entries.map(({ key, value }) => `${key.text}${colon}${wordsIn(value)}`);
  return `${begin}${words.join(separator)}${end}`;
}

/** These stand in no text of a document that can be read. */
const [separator, colon, begin, end] = ['\0', '\0:', '\0[', '\0]'];
/** An alias may stand for any. */
const anyWord = '\0*';
