import { asList, asMap, member, textUnder } from '../syntax/access.ts';
import type { Language } from '../syntax/language.ts';
import { NodeMemory } from '../syntax/memory.ts';
import type { MapNode, Node } from '../syntax/node.ts';
import { type Admits, constraintsOf, textsLeftBy } from './constraints.ts';
import { scalarText } from './scalarText.ts';
import type { Template } from './template.ts';
import { anyValue, intersect, type ValueSet } from './valueSet.ts';

/**
 * A parameter of a template.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 */
export interface Parameter {
  /** True where its text is a list, separated by commas. */
  readonly isList: boolean;
  /** What it can be; its Default first where the values are counted. */
  readonly values: ValueSet;
  /** Where CloudFormation doesn't take it, whoever deploys has to set another value. */
  readonly default: string | undefined;
  /** Where a value is written: its Default, or the item of AllowedValues. */
  readonly origins: ReadonlyMap<string, Node>;
}

const memory = new NodeMemory<Parameter>();

/** The parameter of that name; undefined where the template has none. */
export function parameterOf(template: Template, name: string): Parameter | undefined {
  const map = asMap(template.find('Parameters', name));
  return map && memory.once(map, () => readParameter(map, template.language));
}

function readParameter(map: MapNode, language: Language): Parameter {
  const type = textUnder(map, 'Type') ?? 'String';
  // The value of one of these is a name by which Systems Manager holds the value.
  if (type.startsWith('AWS::SSM::')) return { isList: false, values: anyValue, default: undefined, origins: new Map() };
  const written = (node: Node | undefined) => (node ? scalarText(node, language) : undefined);
  const defaultNode = member(map, 'Default')?.value;
  const byDefault = written(defaultNode);
  const allowed = asList(member(map, 'AllowedValues')?.value)?.items.map((node) => [written(node), node] as const);
  const origins = new Map<string, Node>();
  for (const [value, node] of [...(allowed ?? []), [byDefault, defaultNode] as const]) {
    if (value !== undefined && node) origins.set(value, node);
  }
  const isList = type === 'CommaDelimitedList' || type.startsWith('List<');
  // Those of a list are allowed for each of its items, in any number.
  if (isList) return { isList, values: anyValue, default: byDefault, origins };
  const read = (name: string) => written(member(map, name)?.value);
  const constraints = constraintsOf(type, read);
  const texts = allowed?.map(([value]) => value) ?? textsLeftBy(type, read);
  const isTaken = byDefault !== undefined && (constraints?.(byDefault) ?? true);
  const taken = isTaken ? byDefault : undefined;
  return { isList, values: valuesOf(texts, taken, constraints), default: taken, origins };
}

function valuesOf(
  allowed: readonly (string | undefined)[] | undefined,
  byDefault: string | undefined,
  admits: Admits | undefined,
): ValueSet {
  const values = allowed?.filter((value) => value !== undefined) ?? [];
  if (!allowed || values.length === 0 || values.length < allowed.length) return { notIn: [], admits };
  const isFirst = byDefault !== undefined && values.includes(byDefault);
  return intersect({ in: [...new Set(isFirst ? [byDefault, ...values] : values)] }, { notIn: [], admits });
}
