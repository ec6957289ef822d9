import { resolve } from '../../syntax/access.ts';
import { type IntrinsicFunction, unclearOrNothing } from '../evaluation.ts';
import { literalOf } from '../text.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html */
export const fnIf: IntrinsicFunction = (argument, evaluation) => {
  const target = resolve(argument);
  const [name, whenTrue, whenFalse] = target?.kind === 'list' ? target.items : [];
  const condition = name && literalOf(evaluation.textOf(name));
  const isTrue = condition === undefined ? undefined : evaluation.isTrue(condition);
  const arm = isTrue ? whenTrue : whenFalse;
  return isTrue === undefined || !arm ? unclearOrNothing : evaluation.evaluate(arm);
};
