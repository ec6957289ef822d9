import { resolve } from '../syntax/access.ts';
import type { ListNode, MapNode, Node, ScalarNode } from '../syntax/node.ts';
import { intrinsicOf, mayBeNoValue } from './intrinsics.ts';
import { hasPlaceholder, isBarePlaceholder } from './placeholders.ts';
import type { Unknown } from './value.ts';

/** What a node turned out to be: something that is written, or unknown. */
export type Evaluated = { readonly state: 'written'; readonly node: MapNode | ListNode | ScalarNode } | Unknown;

/**
 * Works out what a node stands for. A placeholder or a foreign tag is not known, and neither is an intrinsic function, where
 * the document can have such.
 */
export function evaluate(node: Node, hasIntrinsics: boolean): Evaluated {
  const target = resolve(node);
  if (!target || target.kind === 'alias' || target.tag !== undefined) return unknown(node, false);
  if (target.kind === 'scalar') {
    return hasPlaceholder(target.text) ? unknown(node, false) : { state: 'written', node: target };
  }
  if (target.kind === 'map' && isBarePlaceholder(target)) return unknown(node, false);
  const intrinsic = hasIntrinsics ? intrinsicOf(target) : undefined;
  return intrinsic ? unknown(node, mayBeNoValue(intrinsic)) : { state: 'written', node: target };
}

/** A value that isn't known. */
export function unknown(node: Node | undefined, mayBeAbsent: boolean): Unknown {
  return { state: 'unknown', node, mayBeAbsent };
}
