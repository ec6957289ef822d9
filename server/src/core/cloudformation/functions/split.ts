import { resolve } from '../../syntax/access.ts';
import { type IntrinsicFunction, unclear } from '../evaluation.ts';
import { literal, literalOf } from '../text.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-split.html */
export const split: IntrinsicFunction = (argument, evaluation) => {
  const target = resolve(argument);
  const [first, second] = target?.kind === 'list' ? target.items : [];
  const separator = first && literalOf(evaluation.textOf(first));
  const text = second && literalOf(evaluation.settle(evaluation.textOf(second)));
  if (!separator || text === undefined) return unclear;
  return { kind: 'list', items: text.split(separator).map(literal) };
};
