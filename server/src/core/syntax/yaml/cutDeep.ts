import { CST } from 'yaml';
import { maxDepth } from './maxDepth.ts';

/**
 * Empties the collections that lie deeper than that. Returns where the first such one stands, in UTF-16 units, or undefined.
 */
export function cutDeep(root: CST.Token | undefined): number | undefined {
  let first: number | undefined;
  let level = collectionsAmong([root]);
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > maxDepth) {
      for (const collection of level) {
        collection.items.length = 0;
        first = Math.min(first ?? collection.offset, collection.offset);
      }
    }
    level = collectionsAmong(level.flatMap(childrenOf));
  }
  return first;
}

type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

function childrenOf({ items }: Collection): (CST.Token | null | undefined)[] {
  return (items as CST.CollectionItem[]).flatMap(({ key, value }) => [key, value]);
}

function collectionsAmong(tokens: readonly (CST.Token | null | undefined)[]): Collection[] {
  return tokens.filter((token) => CST.isCollection(token));
}
