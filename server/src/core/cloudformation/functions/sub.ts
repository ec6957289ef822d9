import { asMap, member, resolve } from '../../syntax/access.ts';
import type { MapNode } from '../../syntax/node.ts';
import { type Evaluation, type IntrinsicFunction, unclear } from '../evaluation.ts';
import { itemIn } from '../forEach.ts';
import { withHoles } from '../placeholders.ts';
import { concat, hole, type Text } from '../text.ts';
import { attribute } from './getAtt.ts';
import { refer } from './ref.ts';

/** `${Name}`, or `${!Name}` for the text `${Name}` itself. */
const variable = /(\$\{[^}]*\})/;

/**
 * In both forms: a text, or a list of a text and a map of its variables.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
 */
export const sub: IntrinsicFunction = (argument, evaluation) => {
  const target = resolve(argument);
  const [first, second] = target?.kind === 'list' ? target.items : [argument];
  const template = resolve(first);
  if (template?.kind !== 'scalar') return unclear;
  const variables = asMap(second);
  const parts = piecesOf(template.text).flatMap((piece, index) => {
    return index % 2 === 0
      ? withHoles(piece, (shown) => itemIn(shown, evaluation.scope))
      : fill(piece, variables, evaluation);
  });
  return { kind: 'text', text: concat(parts) };
};

/** Literals and variables in turn. Behind the last brace nothing is closed any more, so no end is looked for there. */
function piecesOf(text: string): string[] {
  const end = text.lastIndexOf('}') + 1;
  const pieces = text.slice(0, end).split(variable);
  const last = pieces.pop() ?? '';
  return [...pieces, last + text.slice(end)];
}

function fill(shown: string, variables: MapNode | undefined, evaluation: Evaluation): Text {
  const name = shown.slice(2, -1).trim();
  if (name.startsWith('!')) return [`\${${name.slice(1)}}`];
  const own = variables && member(variables, name)?.value;
  if (own) return evaluation.textOf(own);
  if (name.includes('.')) return attribute(name, evaluation);
  const result = refer(name, evaluation);
  return result.kind === 'text' ? result.text : [hole(shown)];
}
