import type { Node } from '../syntax/node.ts';

/** A node on one line, for telling expressions apart; aliases by their names. */
export function spell(node: Node): string {
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'alias') return `*${node.name}`;
  if (node.kind === 'list') return `[${node.items.map(spell).join(', ')}]`;
  return node.entries.map(({ key, value }) => `${key.text}: ${spell(value)}`).join(', ');
}
