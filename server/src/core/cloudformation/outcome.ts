import { resolve } from '../syntax/access.ts';
import type { ListNode, MapNode, Node, ScalarNode } from '../syntax/node.ts';
import type { Evaluator } from './evaluate.ts';
import { intrinsicOf, mayBeNoValue } from './intrinsics.ts';
import { hasPlaceholder, isBarePlaceholder, withHoles } from './placeholders.ts';
import { hole, literalOf, shownText } from './text.ts';
import { type Absent, absent, type Unknown, unknown } from './value.ts';

/** What a reader finds at a node in one world. */
export type Outcome = Absent | Unknown | Found;

/** Something whose value is certain. */
export interface Found {
  readonly state: 'found';
  /** What is written, or was put together: then it is text or a list of texts, at the place of use. */
  readonly node: MapNode | ListNode | ScalarNode;
  /** The place of use. */
  readonly at: Node;
  /** Where it is written, if not there. */
  readonly origin?: Node | undefined;
  /** True where it was put together, so that nobody wrote its type. */
  readonly isMade: boolean;
}

/** Reads a node by what is written alone: placeholders aren't known, and neither are functions, where there are such. */
export function outcomeAsWritten(node: Node, hasIntrinsics: boolean): Outcome {
  const target = resolve(node);
  if (!target || target.kind === 'alias' || target.tag !== undefined) return unknown(node, false);
  if (target.kind === 'map' && isBarePlaceholder(target)) return unknown(node, false);
  if (target.kind === 'scalar' && hasPlaceholder(target.text)) return unknown(node, false, withHoles(target.text));
  const intrinsic = hasIntrinsics ? intrinsicOf(target) : undefined;
  if (intrinsic) return unknown(node, mayBeNoValue(intrinsic));
  return { state: 'found', node: target, at: node, isMade: false };
}

/** Reads a node in one world of a template. */
export function outcomeIn(evaluator: Evaluator, node: Node): Outcome {
  const result = evaluator.evaluate(node);
  const { at } = result;
  if (result.kind === 'nothing') return absent;
  if (result.kind === 'unclear') return unknown(at, result.mayBeNothing);
  if (result.kind === 'written') return { state: 'found', node: result.node, at, origin: result.origin, isMade: false };
  if (result.kind === 'list') {
    const items = result.items.map((item) => madeText(shownText(evaluator.settle(item)), at));
    return { state: 'found', node: madeList(items, at), at, origin: result.origin, isMade: true };
  }
  const text = evaluator.settle(result.text);
  const shown = shownText(text);
  if (shown.includes(dynamicReference)) return unknown(at, false, [hole(shown)]);
  const value = literalOf(text);
  if (value === undefined) return unknown(at, false, text);
  const origin = result.origin ?? evaluator.originOf(result.text, value);
  return { state: 'found', node: madeText(value, at), at, origin, isMade: true };
}

/** The beginning of a dynamic reference, which can be put together from parts. */
const dynamicReference = '{{resolve:';

function madeText(text: string, { section, start, end }: Node): ScalarNode {
  return { kind: 'scalar', section, start, end, text, style: 'quoted', parent: undefined };
}

function madeList(items: Node[], { section, start, end }: Node): ListNode {
  return { kind: 'list', section, start, end, items, style: 'flow', parent: undefined };
}
