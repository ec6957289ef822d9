import { endOf, startOf } from '../../server/src/core/index.ts';
import { openedSections } from '../../server/src/core/syntax/blocks.ts';
import type { Node } from '../../server/src/core/syntax/node.ts';

const composed: ReadonlySet<string> = new Set(openedSections);

/** A tree in words, to compare two readings: kind, text, style and absolute span of every node. */
export function outline(node: Node, indent = ''): string {
  const span = isComposed(node) ? '' : `${startOf(node)}-${endOf(node)}`;
  const tag = node.tag === undefined ? '' : ` ${node.tag}`;
  const deeper = `${indent}  `;
  if (node.kind === 'scalar') return `${indent}${node.style} ${JSON.stringify(node.text)} ${span}${tag}`;
  if (node.kind === 'alias') return `${indent}alias ${node.name} ${span} ${node.target ? 'found' : 'lost'}`;
  const head = `${indent}${node.style} ${node.kind}${tag}`;
  if (node.kind === 'list') return [`${head} ${span}`, ...node.items.map((item) => outline(item, deeper))].join('\n');
  const entries = node.entries.flatMap(({ key, value }) => [outline(key, deeper), outline(value, `${deeper}  `)]);
  return [`${head}${node.shortTag ? ' short' : ''} ${span}`, ...entries].join('\n');
}

/** The maps that are put together from sections hold what the sections hold, without brackets. */
function isComposed(node: Node): boolean {
  const holder = node.parent;
  if (node.kind !== 'map' || !holder) return node.kind === 'map';
  const isOuter = holder.kind === 'map' && holder.parent === undefined;
  return isOuter && holder.entries.some(({ key, value }) => value === node && composed.has(key.text));
}

/** Every node of a tree, aliases not followed. */
export function nodesOf(node: Node): Node[] {
  if (node.kind === 'list') return [node, ...node.items.flatMap(nodesOf)];
  if (node.kind === 'map') return [node, ...node.entries.flatMap(({ key, value }) => [key, ...nodesOf(value)])];
  return [node];
}
