import { type IntrinsicFunction, unclear, unclearOrNothing } from './evaluation.ts';
import { findInMap } from './functions/findInMap.ts';
import { getAtt } from './functions/getAtt.ts';
import { fnIf } from './functions/if.ts';
import { join } from './functions/join.ts';
import { length } from './functions/length.ts';
import { ref } from './functions/ref.ts';
import { select } from './functions/select.ts';
import { split } from './functions/split.ts';
import { sub } from './functions/sub.ts';

const functions: ReadonlyMap<string, IntrinsicFunction> = new Map([
  ['Ref', ref],
  ['Fn::GetAtt', getAtt],
  ['Fn::Sub', sub],
  ['Fn::Join', join],
  ['Fn::Select', select],
  ['Fn::Split', split],
  ['Fn::If', fnIf],
  ['Fn::FindInMap', findInMap],
  ['Fn::Length', length],
  ['Fn::Transform', () => unclearOrNothing],
]);

/** How an intrinsic function is worked out. What the others yield (Fn::ImportValue, Fn::Cidr …) only a deployment tells. */
export function functionOf(name: string): IntrinsicFunction {
  return functions.get(name) ?? (() => unclear);
}
