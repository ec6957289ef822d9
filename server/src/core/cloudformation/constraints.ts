import { isSimple, mayMatch, textsMatching } from './mayBe.ts';

/** Tells whether CloudFormation takes a value. */
export type Admits = (value: string) => boolean;

/** Reads a member of a parameter; undefined where there is none, or it isn't known. */
type Read = (name: string) => string | undefined;

/**
 * What a parameter says of its values, beside AllowedValues; undefined where it says nothing. A pattern is matched whole. One
 * that isn't simple takes any value.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 */
export function constraintsOf(type: string, read: Read): Admits | undefined {
  const constraints = type === 'Number' ? boundsOf(read) : [...lengthsOf(read), ...patternOf(read)];
  return constraints.length === 0 ? undefined : (value) => constraints.every((admits) => admits(value));
}

/**
 * All texts that match a parameter's pattern, as if it listed them in AllowedValues: `dev|prod` leaves no third. Undefined where
 * they are more than a few.
 */
export function textsLeftBy(type: string, read: Read): readonly string[] | undefined {
  const pattern = type === 'Number' ? undefined : read('AllowedPattern');
  return pattern && isSimple(pattern) ? textsMatching(pattern) : undefined;
}

function boundsOf(read: Read): Admits[] {
  const [least, most] = [numberIn(read, 'MinValue'), numberIn(read, 'MaxValue')];
  return [(value) => /\d/.test(value), (value) => !(Number(value) < least || Number(value) > most)];
}

/** Of a character beyond the 16 bits it isn't known whether it counts once or twice. */
function lengthsOf(read: Read): Admits[] {
  const [least, most] = [numberIn(read, 'MinLength'), numberIn(read, 'MaxLength')];
  if (Number.isNaN(least) && Number.isNaN(most)) return [];
  return [(value) => !(value.length < least || [...value].length > most)];
}

function patternOf(read: Read): Admits[] {
  const pattern = read('AllowedPattern');
  return pattern !== undefined && isSimple(pattern) ? [(value) => mayMatch(value, pattern)] : [];
}

/** Not a number where there is none: nothing is less or more than that. */
function numberIn(read: Read, name: string): number {
  return Number.parseFloat(read(name) ?? '');
}
