import { type Outcome, outcomeIn } from '../../../server/src/core/cloudformation/outcome.ts';
import { Template } from '../../../server/src/core/cloudformation/template.ts';
import { shownText } from '../../../server/src/core/cloudformation/text.ts';
import { readWorlds } from '../../../server/src/core/cloudformation/worlds.ts';
import { readDocument } from '../../../server/src/core/index.ts';
import { asMap, member } from '../../../server/src/core/syntax/access.ts';
import type { Node } from '../../../server/src/core/syntax/node.ts';

/** What an expression comes to in each world of a template, in words: `known`, `? ${Hole}-text`, `nothing`, `?`. */
export function valuesOf(expression: string, template = ''): string[] {
  const { node, root } = read(expression, template);
  return readWorlds(root, (evaluator) => inWords(outcomeIn(evaluator, node))).worlds.slice();
}

/** What the expression rests on: `parameter Env`. */
export function dependenciesOf(expression: string, template = ''): string[] {
  const { node, root } = read(expression, template);
  const { dependsOn } = readWorlds(root, (evaluator) => outcomeIn(evaluator, node));
  return dependsOn.map(({ kind, name }) => `${kind} ${name}`).sort();
}

function read(expression: string, template: string): { node: Node; root: Template } {
  const map = asMap(readDocument(`Value: ${expression}\n${template}`, 'yaml').roots[0]);
  const node = map && member(map, 'Value')?.value;
  if (!map || !node) throw new Error('no value');
  return { node, root: new Template([map], 'yaml') };
}

function inWords(outcome: Outcome): string {
  if (outcome.state === 'absent') return 'nothing';
  if (outcome.state === 'unknown') return outcome.text ? `? ${shownText(outcome.text)}` : '?';
  return nodeInWords(outcome.node);
}

function nodeInWords(node: Node): string {
  if (node.kind === 'list') return `[${node.items.map(nodeInWords).join(', ')}]`;
  return node.kind === 'scalar' ? node.text : node.kind;
}
