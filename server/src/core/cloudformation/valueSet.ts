/** The texts that something can be: some, or all but some. */
export type ValueSet = Some | AllBut;

interface Some {
  readonly in: readonly string[];
}

interface AllBut {
  readonly notIn: readonly string[];
  /** Whether a text is like those that are in it; where this is missing, all are. Sets of one thing have the same. */
  readonly admits?: ((value: string) => boolean) | undefined;
}

/** Anything at all. */
export const anyValue: ValueSet = { notIn: [] };

/** What is in both. */
export function intersect(a: ValueSet, b: ValueSet): ValueSet {
  if ('in' in a) return { in: a.in.filter((value) => has(b, value)) };
  if ('in' in b) return intersect(b, a);
  return { notIn: unique([...a.notIn, ...b.notIn]), admits: a.admits ?? b.admits };
}

/** What is in either. */
export function unite(a: ValueSet, b: ValueSet): ValueSet {
  if ('in' in a && 'in' in b) return { in: unique([...a.in, ...b.in]) };
  if ('in' in a) return unite(b, a);
  return { ...a, notIn: a.notIn.filter((value) => !has(b, value)) };
}

/** What is in the first and not in the second. */
export function without(set: ValueSet, values: readonly string[]): ValueSet {
  return intersect(set, { notIn: values });
}

/** True where all that is in the first is in the second. */
export function isWithin(a: ValueSet, b: ValueSet): boolean {
  if ('in' in a) return a.in.every((value) => has(b, value));
  return 'notIn' in b && b.notIn.every((value) => a.notIn.includes(value));
}

/** True where a set has a value. */
export function has(set: ValueSet, value: string): boolean {
  if ('in' in set) return set.in.includes(value);
  return !set.notIn.includes(value) && (set.admits?.(value) ?? true);
}

/** The one value of a set that holds just one. */
export function single(set: ValueSet): string | undefined {
  return 'in' in set && set.in.length === 1 ? set.in[0] : undefined;
}

/** True where nothing is in it. What all but some can be never runs out. */
export function isEmpty(set: ValueSet): boolean {
  return 'in' in set && set.in.length === 0;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
