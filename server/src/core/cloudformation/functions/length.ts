import { type IntrinsicFunction, unclear } from '../evaluation.ts';
import { literal } from '../text.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-length.html */
export const length: IntrinsicFunction = (argument, evaluation) => {
  const items = evaluation.itemsOf(argument);
  return items ? { kind: 'text', text: literal(String(items.length)) } : unclear;
};
