import { asList, asMap, only, resolve } from '../syntax/access.ts';
import type { Node } from '../syntax/node.ts';
import type { Evaluation } from './evaluation.ts';
import { fillings } from './fillings.ts';
import { mayBe, mayBeEqual } from './mayBe.ts';
import { type Hole, literal, literalOf, parameterIn, shownText, type Text } from './text.ts';

/**
 * Whether an expression is true in this world. Where that can't be told it is chosen, once for each text of a comparison;
 * undefined where it isn't a condition, and while peeking.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html
 */
export function isTrue(expression: Node, evaluation: Evaluation): boolean | undefined {
  const operation = only(asMap(expression)?.entries);
  if (!operation) return undefined;
  const read = operators.get(operation.key.text);
  return read?.(asList(operation.value)?.items ?? [operation.value], evaluation);
}

type Operator = (operands: readonly Node[], evaluation: Evaluation) => boolean | undefined;

const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['Fn::Equals', equals],
  ['Fn::And', (operands, evaluation) => every(operands, (each) => isTrue(each, evaluation))],
  ['Fn::Or', (operands, evaluation) => some(operands, (each) => isTrue(each, evaluation))],
  ['Fn::Not', ([operand], evaluation) => not(operand && isTrue(operand, evaluation))],
  ['Condition', named],
  ['Fn::Contains', contains],
  ['Fn::EachMemberEquals', eachMemberEquals],
  ['Fn::EachMemberIn', eachMemberIn],
]);

function named([operand]: readonly Node[], evaluation: Evaluation): boolean | undefined {
  const name = resolve(operand);
  return name?.kind === 'scalar' ? evaluation.isTrue(name.text) : undefined;
}

function equals([a, b]: readonly Node[], evaluation: Evaluation): boolean | undefined {
  return a && b ? areEqual(evaluation.textOf(a), evaluation.textOf(b), evaluation) : undefined;
}

/** Whether one of the members is the value. */
function contains([list, value]: readonly Node[], evaluation: Evaluation): boolean | undefined {
  const members = list && evaluation.textsOf(list);
  if (!members || !value) return undefined;
  const text = evaluation.textOf(value);
  return some(members, (member) => areEqual(member, text, evaluation));
}

function eachMemberEquals([list, value]: readonly Node[], evaluation: Evaluation): boolean | undefined {
  const members = list && evaluation.textsOf(list);
  if (!members || !value) return undefined;
  const text = evaluation.textOf(value);
  return every(members, (member) => areEqual(member, text, evaluation));
}

function eachMemberIn([list, values]: readonly Node[], evaluation: Evaluation): boolean | undefined {
  const members = list && evaluation.textsOf(list);
  const allowed = values && evaluation.textsOf(values);
  if (!members || !allowed) return undefined;
  return every(members, (member) => some(allowed, (value) => areEqual(member, value, evaluation)));
}

/**
 * Whether two texts are equal in this world; undefined while peeking, where that isn't known yet. What isn't known is compared
 * without being settled, so that a condition makes two worlds of it and not one for each value. In either order it is the same.
 */
export function areEqual(a: Text, b: Text, evaluation: Evaluation): boolean | undefined {
  const [literalA, literalB] = [literalOf(a), literalOf(b)];
  if (literalB !== undefined) return isText(a, literalB, evaluation);
  if (literalA !== undefined) return isText(b, literalA, evaluation);
  const parameter = parameterIn(a);
  if (parameter !== undefined && parameter === parameterIn(b)) return true;
  const [settledA, settledB] = [evaluation.settle(a), evaluation.settle(b)];
  if (settledA !== a || settledB !== b) return areEqual(settledA, settledB, evaluation);
  return shownText(a) < shownText(b) ? compare(a, b, evaluation) : compare(b, a, evaluation);
}

/** A composed text is a literal where each of its holes is what the literal has in that place. */
function isText(text: Text, whole: string, evaluation: Evaluation): boolean | undefined {
  const part = text.length === 0 ? '' : only(text);
  if (typeof part === 'string') return part === whole;
  if (part) return isFilledWith(part, whole, evaluation);
  const ways = fillings(text, whole);
  if (ways) return some(ways, (way) => every(way, ([hole, value]) => isFilledWith(hole, value, evaluation)));
  const settled = evaluation.settle(text);
  return settled === text ? compare(text, literal(whole), evaluation) : isText(settled, whole, evaluation);
}

function isFilledWith(hole: Hole, value: string, evaluation: Evaluation): boolean | undefined {
  const { scope } = evaluation;
  if (hole.source?.kind === 'parameter') {
    const { name } = hole.source;
    return scope.decide('parameter', name, value, { initial: scope.valuesOf(name) });
  }
  const text = [hole];
  const settled = evaluation.settle(text);
  if (settled !== text) return isText(settled, value, evaluation);
  return mayBe(literal(value), hole.pattern) && scope.decide('text', hole.shown, value);
}

function compare(a: Text, b: Text, { scope }: Evaluation): boolean | undefined {
  if (!mayBeEqual(a, b)) return false;
  const initial = { in: ['true', 'false'] };
  return scope.decide('comparison', `${shownText(a)} = ${shownText(b)}`, 'true', { initial, texts: [a, b] });
}

function not(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

/** As Array.every, for what may not be known: false where one is false, undefined where none is and one isn't known. */
function every<T>(items: readonly T[], test: (item: T) => boolean | undefined): boolean | undefined {
  let result: boolean | undefined = true;
  for (const item of items) {
    const value = test(item);
    if (value === false) return false;
    if (value === undefined) result = undefined;
  }
  return result;
}

function some<T>(items: readonly T[], test: (item: T) => boolean | undefined): boolean | undefined {
  return not(every(items, (item) => not(test(item))));
}
