import { nearest } from '../model/nearest.ts';
import { asMap, isMerge, membersOf, resolve } from '../syntax/access.ts';
import type { Language } from '../syntax/language.ts';
import type { Node, ScalarNode } from '../syntax/node.ts';
import { booleanOf, isYaml11OnlyBoolean, scalarType } from '../syntax/scalar.ts';

/** A JSON schema, as far as policies need it. */
export type Schema = { readonly [keyword: string]: unknown };

/** Something in a policy that can't be followed. */
export interface PolicyFault {
  readonly message: string;
  readonly at: Node;
}

/** What goes along while a policy is read. */
export interface PolicyReading {
  readonly language: Language;
  /** False where not all of the text can be read, so that anything may be lacking. */
  readonly isWhole: boolean;
  readonly faults: PolicyFault[];
}

/** A kind of value: how it is read, and how a JSON schema says it. `read` yields nothing where it has faulted the value. */
export interface Shape<T> {
  readonly schema: Schema;
  read(node: Node, reading: PolicyReading): T | undefined;
}

/** What a text must be beside text: a message for one that is not. */
type TextFault = (text: string) => string | undefined;

/** A text for which `fault` finds nothing to say. */
export function text<T extends string = string>(schema: Schema, fault: TextFault): Shape<T> {
  return {
    schema: { type: 'string', ...schema },
    read(node, reading) {
      const scalar = scalarOf(node, 'string', reading);
      const message = scalar && fault(scalar.text);
      if (message !== undefined) reading.faults.push({ message, at: node });
      return message === undefined ? (scalar?.text as T | undefined) : undefined;
    },
  };
}

/** One of a few words. */
export function choice<const T extends string>(choices: readonly T[]): Shape<T> {
  return oneOf(choices, (word) => `"${word}" is none of ${choices.join(', ')}`);
}

/** One of many names, such as those of the rules. */
export function nameOf<const T extends string>(kind: string, names: readonly T[]): Shape<T> {
  return oneOf(names, (name) => `There is no ${kind} "${name}"`);
}

function oneOf<T extends string>(choices: readonly T[], refusal: (word: string) => string): Shape<T> {
  const known: readonly string[] = choices;
  return text<T>({ enum: choices }, (word) => (known.includes(word) ? undefined : refusal(word) + meant(word, known)));
}

/** True or false. */
export const flag: Shape<boolean> = {
  schema: { type: 'boolean' },
  read(node, reading) {
    const scalar = scalarOf(node, 'boolean', reading);
    return scalar && booleanOf(scalar, reading.language);
  },
};

/** A list of which every item counts: where one is at fault, or may be lost, there is no list. */
export function wholeList<T>(item: Shape<T>): Shape<readonly T[]> {
  return {
    schema: { type: 'array', items: item.schema, uniqueItems: true },
    read(node, reading) {
      const items = listOf(node, reading)?.map((each) => item.read(each, reading));
      return reading.isWhole && items?.every((each) => each !== undefined) ? (items as T[]) : undefined;
    },
  };
}

/** A list of which each item counts for itself. */
export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return {
    schema: { type: 'array', items: item.schema, uniqueItems: true },
    read: (node, reading) =>
      listOf(node, reading)?.flatMap((each) => {
        const value = item.read(each, reading);
        return value === undefined ? [] : [value];
      }),
  };
}

/** A map from texts of one kind to values of another; each entry counts for itself. */
export function record<K extends string, V>(key: Shape<K>, value: Shape<V>): Shape<Partial<Record<K, V>>> {
  return {
    schema: { type: 'object', propertyNames: key.schema, additionalProperties: value.schema },
    read(node, reading) {
      const entries = entriesOf(node, reading)?.flatMap((entry): [K, V][] => {
        const name = key.read({ ...entry.key, style: 'quoted' }, reading);
        const read = value.read(entry.value, reading);
        return name === undefined || read === undefined ? [] : [[name, read]];
      });
      return entries && (Object.fromEntries(entries) as Partial<Record<K, V>>);
    },
  };
}

/** A map whose members each have a shape of their own; what is at fault is left out. */
export function members<T extends object>(shapes: { readonly [K in keyof Required<T>]: Shape<T[K]> }): Shape<T> {
  const names = Object.keys(shapes);
  const schemas = Object.entries<Shape<unknown>>(shapes).map(([name, { schema }]) => [name, schema]);
  return {
    schema: { type: 'object', properties: Object.fromEntries(schemas), additionalProperties: false },
    read(node, reading) {
      const entries = entriesOf(node, reading)?.flatMap(({ key, value }): [string, unknown][] => {
        const shape: Shape<unknown> | undefined = names.includes(key.text) ? Reflect.get(shapes, key.text) : undefined;
        const message = `There is no member "${key.text}"${meant(key.text, names)}`;
        if (!shape) reading.faults.push({ message, at: key });
        const read = shape?.read(value, reading);
        return read === undefined ? [] : [[key.text, read]];
      });
      return entries && (Object.fromEntries(entries) as T);
    },
  };
}

/** `; did you mean x?`, where something near is there. */
function meant(word: string, choices: readonly string[]): string {
  const near = nearest(word, choices);
  return near === undefined ? '' : `; did you mean ${near}?`;
}

function scalarOf(node: Node, type: 'string' | 'boolean', reading: PolicyReading): ScalarNode | undefined {
  const target = resolve(node);
  const isScalar = target?.kind === 'scalar' && target.tag === undefined;
  // Whoever writes `off` without quotes means the word, whatever YAML 1.1 makes of it.
  const isWord = isScalar && type === 'string' && reading.language === 'yaml' && isYaml11OnlyBoolean(target);
  if (isWord) return target;
  const found = isScalar ? scalarType(target, reading.language) : undefined;
  if (target?.kind === 'scalar' && found === type) return target;
  const advice = found === 'number' && type === 'string' ? '; put it in quotes' : '';
  reading.faults.push({ message: `This is a ${found ?? target?.kind}; it takes a ${type}${advice}`, at: node });
  return undefined;
}

function listOf(node: Node, reading: PolicyReading): readonly Node[] | undefined {
  const target = resolve(node);
  if (target?.kind === 'list' && target.tag === undefined) return target.items;
  reading.faults.push({ message: 'This takes a list', at: node });
  return undefined;
}

/** The members that count, those that a later one makes void being at fault. */
function entriesOf(node: Node, reading: PolicyReading): { key: ScalarNode; value: Node }[] | undefined {
  const map = asMap(node);
  if (!map || map.tag !== undefined || map.shortTag) {
    reading.faults.push({ message: 'This takes a map', at: node });
    return undefined;
  }
  const counting = [...membersOf(map).values()];
  for (const entry of map.entries) {
    const { key } = entry;
    const isVoid = !isMerge(entry) && !counting.some((other) => other.key === key);
    if (isVoid) reading.faults.push({ message: `${key.text} stands here twice; the last one counts`, at: key });
  }
  return counting;
}
