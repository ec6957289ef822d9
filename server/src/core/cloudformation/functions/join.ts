import { resolve } from '../../syntax/access.ts';
import { type IntrinsicFunction, unclear } from '../evaluation.ts';
import { join as joinTexts, literalOf } from '../text.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-join.html */
export const join: IntrinsicFunction = (argument, evaluation) => {
  const target = resolve(argument);
  const [first, second] = target?.kind === 'list' ? target.items : [];
  const separator = first && literalOf(evaluation.textOf(first));
  const texts = second && evaluation.textsOf(second);
  return separator === undefined || !texts ? unclear : { kind: 'text', text: joinTexts(texts, separator) };
};
