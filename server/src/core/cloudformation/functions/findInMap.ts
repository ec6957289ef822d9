import { asMap, member, membersOf, resolve } from '../../syntax/access.ts';
import { NodeMemory } from '../../syntax/memory.ts';
import type { Entry, MapNode, Node } from '../../syntax/node.ts';
import { type Evaluation, fromElsewhere, type IntrinsicFunction, unclear } from '../evaluation.ts';
import { addsMembers, canGrow } from '../intrinsics.ts';
import { chooseKey } from '../mappingKey.ts';
import { literalOf } from '../text.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap.html */
export const findInMap: IntrinsicFunction = (argument, evaluation) => {
  const target = resolve(argument);
  const [mapName, top, second, options] = target?.kind === 'list' ? target.items : [];
  const name = mapName && literalOf(evaluation.settle(evaluation.textOf(mapName)));
  if (name === undefined || !top || !second) return unclear;
  // No row has a name that is AWS::NoValue.
  if ([top, second].some((key) => evaluation.evaluate(key).kind === 'nothing')) return unclear;
  evaluation.scope.note('mapping', name);
  const otherwise = defaultIn(options);
  const mapping = asMap(evaluation.scope.template.find('Mappings', name));
  if (!mapping) return unclear;
  const row = asMap(cellOf(mapping, top, otherwise !== undefined, evaluation));
  const cell = row && cellOf(row, second, otherwise !== undefined, evaluation);
  if (cell) return fromElsewhere(evaluation.evaluate(cell));
  return otherwise && !canGrow(row ?? mapping) ? evaluation.evaluate(otherwise) : unclear;
};

function defaultIn(options: Node | undefined): Node | undefined {
  const map = asMap(options);
  return map && member(map, 'DefaultValue')?.value;
}

/** What is included with Fn::Transform can be named as well as what is written. */
function cellOf(map: MapNode, key: Node, mayMiss: boolean, evaluation: Evaluation): Node | undefined {
  const { members, names } = tables.once(map, tableOf);
  const isGrowing = names.length < members.size;
  const chosen = chooseKey(evaluation.textOf(key), names, mayMiss || isGrowing, evaluation);
  return chosen === undefined ? undefined : members.get(chosen)?.value;
}

/** What can be named in a mapping, or in one of its rows. */
interface Table {
  readonly members: ReadonlyMap<string, Entry>;
  readonly names: readonly string[];
}

/** Each of its rows can be a world, and in each world it is looked into. */
const tables = new NodeMemory<Table>();

function tableOf(map: MapNode): Table {
  const members = membersOf(map);
  return { members, names: [...members.keys()].filter((name) => !addsMembers(name)) };
}
