import { resolve } from '../../syntax/access.ts';
import type { Evaluation, IntrinsicFunction } from '../evaluation.ts';
import { attributeOf } from '../resources.ts';
import { hole, literalOf, type Text } from '../text.ts';

/**
 * In both spellings: `Key.Arn` and `[Key, Arn]`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html
 */
export const getAtt: IntrinsicFunction = (argument, evaluation) => {
  const target = resolve(argument);
  const parts = target?.kind === 'list' ? target.items : [argument];
  const names = parts.map((part) => literalOf(evaluation.settle(evaluation.textOf(part))));
  const path = names.every((name) => name !== undefined) ? names.join('.') : undefined;
  return { kind: 'text', text: path === undefined ? [hole('${…}')] : attribute(path, evaluation) };
};

/** The attribute of a resource, by `LogicalId.Attribute`; attributes can have dots of their own. */
export function attribute(path: string, { scope }: Evaluation): Text {
  const dot = path.indexOf('.');
  return attributeOf(path.slice(0, dot), path.slice(dot + 1), scope);
}
