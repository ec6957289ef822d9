import { resolve } from '../../syntax/access.ts';
import { fromElsewhere, type IntrinsicFunction, unclear } from '../evaluation.ts';
import { literalOf } from '../text.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-select.html */
export const select: IntrinsicFunction = (argument, evaluation) => {
  const target = resolve(argument);
  const [first, second] = target?.kind === 'list' ? target.items : [];
  const index = first && literalOf(evaluation.settle(evaluation.textOf(first)));
  const items = second && evaluation.itemsOf(second);
  const item = index !== undefined && /^\d+$/.test(index) ? items?.[Number(index)] : undefined;
  return item ? fromElsewhere(item) : unclear;
};
