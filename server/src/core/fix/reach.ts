import { intrinsicOf } from '../cloudformation/intrinsics.ts';
import { anchorAbove } from '../syntax/edit/anchors.ts';
import { type Change, nestedKeys } from '../syntax/edit/change.ts';
import type { Page } from '../syntax/edit/page.ts';
import type { Node } from '../syntax/node.ts';

/** How far changes reach beyond the places that they are made at. */
export interface Reach {
  /** An anchor above one of the places: what is changed there changes wherever the anchor is used. */
  readonly anchor: string | undefined;
  /** True where an alias or an intrinsic function goes: what it stands for is written elsewhere. */
  readonly replacesReference: boolean;
}

/** How far these changes reach. */
export function reachOf(page: Page, changes: readonly Change[]): Reach {
  const anchors = changes.flatMap(touched).map((node) => anchorAbove(page, node));
  return {
    anchor: anchors.find((anchor) => anchor !== undefined),
    replacesReference: changes.some((change) => change.kind === 'set' && refersElsewhere(change.node)),
  };
}

function refersElsewhere(node: Node): boolean {
  return node.kind === 'alias' || (node.kind === 'map' && intrinsicOf(node) !== undefined);
}

function touched(change: Change): readonly Node[] {
  switch (change.kind) {
    case 'rename':
      return [change.key];
    case 'insert':
    case 'append':
      return [change.into];
    case 'move':
      return [...change.keys, change.into];
    case 'nest':
      return nestedKeys(change);
    default:
      return [change.node];
  }
}
