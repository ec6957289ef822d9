import { mayBe } from './mayBe.ts';
import { type Hole, literal, type Part, type Text } from './text.ts';

/** What fills each hole of a text, in their order. */
export type Filling = readonly (readonly [Hole, string])[];

/** More ways aren't told apart: each is a world or more. */
const wayLimit = 4;
/** Longer than any name; the work grows with its square. */
const lengthLimit = 200;

/**
 * The ways to fill a text's holes that make it this whole: `${Env}-${AWS::Region}` is `prod-eu-west-1` by one alone. Undefined
 * where there are too many to tell apart.
 */
export function fillings(text: Text, whole: string): readonly Filling[] | undefined {
  if (whole.length > lengthLimit) return undefined;
  let ways: Ways = new Map([[0, [[]]]]);
  for (const part of text) ways = behind(part, ways, whole);
  const complete = ways.get(whole.length) ?? [];
  return complete.length > wayLimit ? undefined : complete;
}

/** The ways to come so far in the whole, by how much of it has been read. */
type Ways = ReadonlyMap<number, readonly Filling[]>;

function behind(part: Part, ways: Ways, whole: string): Ways {
  const further = new Map<number, readonly Filling[]>();
  for (const [start, fillings] of ways) {
    for (const end of endsOf(part, start, whole)) {
      const filled = fillings.map((each): Filling => fill(each, part, whole.slice(start, end)));
      further.set(end, [...(further.get(end) ?? []), ...filled].slice(0, wayLimit + 1));
    }
  }
  return further;
}

function fill(filling: Filling, part: Part, read: string): Filling {
  return typeof part === 'string' ? filling : [...filling, [part, read]];
}

/** Where a part can end that begins here. */
function endsOf(part: Part, start: number, whole: string): number[] {
  if (typeof part === 'string') return whole.startsWith(part, start) ? [start + part.length] : [];
  const ends = Array.from({ length: whole.length - start + 1 }, (_, length) => start + length);
  return ends.filter((end) => mayBe(literal(whole.slice(start, end)), part.pattern));
}
