import { resolve } from '../../syntax/access.ts';
import type { Node } from '../../syntax/node.ts';
import { type Evaluation, type IntrinsicFunction, nothing, type Result, unclear } from '../evaluation.ts';
import { pseudoParameter } from '../pseudoParameters.ts';
import { referenceTo } from '../resources.ts';
import { hole, literal, literalOf, type Text } from '../text.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html */
export const ref: IntrinsicFunction = (argument, evaluation) => {
  const name = nameIn(argument);
  return name === undefined ? unclear : refer(name, evaluation);
};

/** What a name stands for: an item of a Fn::ForEach, a parameter, a resource. */
export function refer(name: string, evaluation: Evaluation): Result {
  const { scope } = evaluation;
  if (name === 'AWS::NoValue') return nothing;
  const bound = scope.binding(name) ?? pseudoParameter(name);
  if (bound) return { kind: 'text', text: bound };
  const parameter = scope.parameter(name);
  if (!parameter) return { kind: 'text', text: referenceTo(name, scope) };
  const text = [hole(`\${${name}}`, { kind: 'parameter', name })];
  return parameter.isList ? listOf(evaluation.settle(text)) : { kind: 'text', text };
}

function listOf(text: Text): Result {
  const known = literalOf(text);
  if (known === undefined) return unclear;
  const items = known === '' ? [] : known.split(',');
  return { kind: 'list', items: items.map((item) => literal(item.trim())) };
}

function nameIn(argument: Node): string | undefined {
  const target = resolve(argument);
  return target?.kind === 'scalar' ? target.text : undefined;
}
