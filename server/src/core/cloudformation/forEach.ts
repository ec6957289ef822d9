import type { Evaluation } from './evaluation.ts';
import type { ForEach } from './intrinsics.ts';
import type { Scope } from './scope.ts';
import { concat, hole, shownText, type Text } from './text.ts';
import { isEmpty } from './valueSet.ts';

/**
 * Takes one item of a Fn::ForEach for this world: its identifier stands for the item from here on. False where there is
 * none. All items are created, each in a world of its own; where worlds aren't told apart, it is any of them.
 */
export function takeItem({ identifier, collection }: ForEach, evaluation: Evaluation): boolean {
  const { scope } = evaluation;
  const items = evaluation.textsOf(collection)?.map((text) => evaluation.settle(text));
  const names = items && [...new Set(items.map(shownText))];
  if (names && isEmpty(scope.known('item', identifier, { in: names }))) return false;
  const chosen = names && scope.settle('item', identifier, { initial: { in: names }, candidates: names });
  const item = items?.find((each) => shownText(each) === chosen);
  scope.bind(identifier, item ?? [hole(`\${${identifier}}`)]);
  return true;
}

/** True of a placeholder that a Fn::ForEach may fill in; an attribute or a function is none. */
export function mayBeItem(shown: string): boolean {
  return /^[$&]\{[^}.:]*\}$/.test(shown);
}

/**
 * What a placeholder stands for in a text that a Fn::ForEach repeats: `${Name}` for the item, `&{Name}` for its letters and
 * digits alone. Undefined for one of another kind, or of another name.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
 */
export function itemIn(shown: string, scope: Scope): Text | undefined {
  const item = mayBeItem(shown) ? scope.binding(shown.slice(2, -1)) : undefined;
  return shown.startsWith('&') ? item && lettersAndDigits(item, shown) : item;
}

function lettersAndDigits(item: Text, shown: string): Text {
  return concat(
    item.map((part) =>
      typeof part === 'string' ? part.replace(/[^a-zA-Z0-9]/g, '') : hole(shown, undefined, '[a-zA-Z0-9]*'),
    ),
  );
}
