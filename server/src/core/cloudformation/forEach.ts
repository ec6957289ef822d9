import type { Evaluation } from './evaluation.ts';
import type { ForEach } from './intrinsics.ts';
import { hole, literal, shownText } from './text.ts';

/**
 * Takes one item of a Fn::ForEach for this world: its identifier stands for the item from here on. False where there is
 * none. All items are created, each in a world of its own.
 */
export function takeItem({ identifier, collection }: ForEach, evaluation: Evaluation): boolean {
  const { scope } = evaluation;
  const items = evaluation.textsOf(collection)?.map((text) => evaluation.settle(text));
  if (!items) {
    scope.bind(identifier, [hole(`\${${identifier}}`)]);
    return true;
  }
  const names = [...new Set(items.map(shownText))];
  const chosen = scope.settle('item', identifier, { initial: { in: names }, candidates: names });
  const item = items.find((each) => shownText(each) === chosen);
  scope.bind(identifier, item ?? literal(chosen ?? ''));
  return chosen !== undefined;
}
