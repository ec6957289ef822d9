import { agree, type Fact, type FactKind, type Facts, implies, isDoubtful } from './facts.ts';
import { single, unite, type ValueSet } from './valueSet.ts';

/** How many circumstances are told before it is an example only. */
const clauseLimit = 2;

/**
 * Says when something holds, in words: `when IsProd is false`. `among` are the facts of all worlds, `holds` those of the
 * worlds in which it does; the words are true of these and of no other.
 */
export function whenOf(holds: readonly Facts[], among: readonly Facts[]): string {
  const others = among.filter((facts) => !holds.includes(facts));
  const whole = shortest(commonFacts(holds), others);
  if (whole) return `when ${inWords(whole)}`;
  const clauses: Facts[] = [];
  // A world that rests on little has the shortest clause, which many others are in.
  let rest = holds.toSorted((a, b) => a.size - b.size);
  for (let [first] = rest; first && clauses.length < clauseLimit; [first] = rest) {
    const clause = shortest(first, others) ?? first;
    clauses.push(clause);
    rest = rest.filter((facts) => facts !== first && !implies(facts, clause));
  }
  const words = clauses.map(inWords);
  return rest.length === 0 ? `when ${words.join(', or ')}` : `for example when ${words[0]}`;
}

/**
 * True where it takes no combination: it holds wherever one choice takes one value, as in an arm that never works. All items
 * of a Fn::ForEach come to be, so taking one of them is no choice. Neither is leaving a parameter empty where another had to
 * be set to come there: who sets the one can set the other. A world that may not come to be shows nothing.
 */
export function isSingleChoice(holds: readonly Facts[], among: readonly Facts[]): boolean {
  const others = among.filter((facts) => !holds.includes(facts));
  return holds.some((world) => {
    if (isDoubtful(world)) return false;
    const beside = others.filter((other) => agree(other, itemsOf(world)));
    const isSet = [...world.values()].some(({ isSet }) => isSet);
    const choices = [...world].filter(([, fact]) => fact.kind !== 'item' && !(isSet && isLeftEmpty(fact)));
    return beside.length === 0 || choices.some(([key, fact]) => !beside.some((other) => takes(other, key, fact)));
  });
}

/** True of a world in which nobody chooses anything: what a deployment is that leaves each parameter at its Default. */
export function isByDefault(world: Facts): boolean {
  return [...world.values()].every(({ kind, follows, isByDefault }) => follows || isByDefault || kind === 'item');
}

function isLeftEmpty({ kind, values, isSet }: Fact): boolean {
  return kind === 'parameter' && !isSet && single(values) === '';
}

/** True where a world makes the same choice. One in which the choice makes no difference doesn't make it. */
function takes(world: Facts, key: string, fact: Fact): boolean {
  return world.has(key) && agree(world, new Map([[key, fact]]));
}

function itemsOf(world: Facts): Facts {
  return new Map([...world].filter(([, { kind }]) => kind === 'item'));
}

/** Says of one of the worlds in which something holds when it is that one: `for example when IsProd is false`. */
export function exampleOf([first]: readonly Facts[], among: readonly Facts[]): string {
  return `for example ${whenOf(first ? [first] : [], among)}`;
}

/** What is said of all worlds: each fact with every value that it has in one of them. */
function commonFacts(worlds: readonly Facts[]): Facts {
  const [first, ...others] = worlds;
  const common = [...(first ?? [])].filter(([key]) => others.every((world) => world.has(key)));
  return new Map(
    common.map(([key, fact]) => {
      const values = others.reduce<ValueSet>((all, world) => unite(all, world.get(key)?.values ?? all), fact.values);
      return [key, { ...fact, values }];
    }),
  );
}

/** What is told last is left out first: conditions have the names that people gave them. */
const tellingOrder: readonly FactKind[] = ['condition', 'item', 'parameter', 'text', 'comparison'];

/** The least of the facts that no other world agrees with; undefined where even all of them leave one. */
function shortest(facts: Facts, others: readonly Facts[]): Facts | undefined {
  const excludes = (chosen: Facts) => !others.some((other) => agree(other, chosen));
  if (!excludes(facts)) return undefined;
  const inOrder = [...facts].sort(([, a], [, b]) => tellingOrder.indexOf(a.kind) - tellingOrder.indexOf(b.kind));
  const alone = inOrder.find((entry) => excludes(new Map([entry])));
  if (alone) return new Map([alone]);
  let kept = inOrder;
  for (const entry of inOrder.toReversed()) {
    const fewer = kept.filter((other) => other !== entry);
    if (excludes(new Map(fewer))) kept = fewer;
  }
  return new Map(kept);
}

function inWords(facts: Facts): string {
  return listed([...facts.values()].map(factInWords), 'and');
}

function factInWords({ kind, name, values }: Fact): string {
  if (kind === 'comparison') return 'in' in values && values.in[0] === 'true' ? name : name.replace(' = ', ' ≠ ');
  if ('in' in values) return `${name} is ${listed(values.in.map(shown), 'or')}`;
  return values.notIn.length === 0 ? `${name} is anything` : `${name} is not ${listed(values.notIn.map(shown), 'or')}`;
}

function shown(value: string): string {
  return value === '' ? 'empty' : value;
}

function listed(words: readonly string[], last: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
