import { asList, asMap, only, resolve } from '../syntax/access.ts';
import type { Node } from '../syntax/node.ts';
import type { Evaluation } from './evaluation.ts';
import { mayBeOneOf } from './mayBe.ts';
import { literalOf, parameterIn, shownText, type Text } from './text.ts';

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

/** A parameter is compared without being settled, so that a condition makes two worlds of it and not one for each value. */
function areEqual(a: Text, b: Text, evaluation: Evaluation): boolean | undefined {
  const [parameterA, parameterB] = [parameterIn(a), parameterIn(b)];
  if (parameterA !== undefined && parameterA === parameterB) return true;
  const [literalA, literalB] = [literalOf(a), literalOf(b)];
  if (literalA !== undefined && literalB !== undefined) return literalA === literalB;
  if (parameterA !== undefined && literalB !== undefined) return isValue(parameterA, literalB, evaluation);
  if (parameterB !== undefined && literalA !== undefined) return isValue(parameterB, literalA, evaluation);
  const [settledA, settledB] = [evaluation.settle(a), evaluation.settle(b)];
  if (settledA !== a || settledB !== b) return areEqual(settledA, settledB, evaluation);
  if (literalB !== undefined && !mayBeOneOf(a, [literalB])) return false;
  if (literalA !== undefined && !mayBeOneOf(b, [literalA])) return false;
  return evaluation.scope.decide('comparison', `${shownText(a)} = ${shownText(b)}`, 'true', { in: ['true', 'false'] });
}

function isValue(parameter: string, value: string, { scope }: Evaluation): boolean | undefined {
  const initial = scope.parameter(parameter)?.values;
  return scope.decide('parameter', parameter, value, initial);
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
