import type { Choices } from './choices.ts';
import type { Dependency } from './dependency.ts';
import { type Fact, type FactKind, type Facts, factKey, noFacts } from './facts.ts';
import { type Parameter, parameterOf } from './parameter.ts';
import { valuesOfPseudoParameter } from './pseudoParameters.ts';
import type { Template } from './template.ts';
import type { Text } from './text.ts';
import { anyValue, has, intersect, isEmpty, single, type ValueSet, without } from './valueSet.ts';

/** How many nodes are worked out for one world. Beyond, what isn't written is unknown: aliases can nest without end. */
const stepLimit = 4000;

/** What is asked for: what it can be before anything is known of it, and the composed texts that it is about. */
interface Asked {
  readonly initial?: ValueSet | undefined;
  readonly texts?: Fact['texts'];
}

/** What it can turn out to be, and whether that is all there is. */
interface Candidates {
  readonly candidates: readonly string[];
  readonly isClosed?: boolean;
}

/**
 * One world while it is read: what has been found out so far of what it rests on. What is asked is decided by a choice
 * once, and stays so in this world.
 */
export class Scope {
  readonly template: Template;
  readonly #choices: Choices | undefined;
  readonly #given: Facts;
  readonly #dependsOn: Map<string, Dependency>;
  readonly #facts: Map<string, Fact>;
  /** What was asked for its value and had none that is known. */
  readonly #unknown = new Set<string>();
  #isOutdated = false;
  #bindings: ReadonlyMap<string, Text> = new Map();
  #isPeeking = false;
  #steps = 0;

  /** Without choices, nothing that would need one is known. What is `given` is decided beforehand. */
  constructor(
    template: Template,
    choices: Choices | undefined,
    given: Facts,
    dependsOn: Map<string, Dependency>,
    facts: Facts = noFacts,
  ) {
    this.template = template;
    this.#choices = choices;
    this.#given = given;
    this.#dependsOn = dependsOn;
    this.#facts = new Map(facts);
  }

  /** The same world, read from its beginning, with all that was decided of it. What it leaves open is chosen. */
  again(choices: Choices | undefined = this.#choices): Scope {
    return new Scope(this.template, choices, this.#given, this.#dependsOn, this.#facts);
  }

  /** True where something was read as unknown that was decided after that. */
  get isOutdated(): boolean {
    return this.#isOutdated;
  }

  /** All that was decided. */
  get facts(): Facts {
    return this.#facts;
  }

  /** Asks to work out one more node. False where the worlds can't be told apart, or the values have no end. */
  takeStep(): boolean {
    this.#steps += 1;
    return this.#choices !== undefined && this.#steps <= stepLimit;
  }

  /** Notes that this world rests on something. */
  note(kind: Dependency['kind'], name: string): void {
    this.#dependsOn.set(`${kind} ${name}`, { kind, name });
  }

  /** The parameter of that name, which the world rests on then. */
  parameter(name: string): Parameter | undefined {
    this.note('parameter', name);
    return parameterOf(this.template, name);
  }

  /** What a parameter, or a pseudo parameter, can be before anything is known of it. The world rests on it then. */
  valuesOf(name: string): ValueSet {
    return valuesOfPseudoParameter(name) ?? this.parameter(name)?.values ?? anyValue;
  }

  /** The text that an identifier of a Fn::ForEach stands for. */
  binding(identifier: string): Text | undefined {
    return this.#bindings.get(identifier);
  }

  /** Binds an identifier from here on. */
  bind(identifier: string, text: Text): void {
    this.#bindings = new Map([...this.#bindings, [identifier, text]]);
  }

  /** What something is known to be so far. */
  known(kind: FactKind, name: string, initial: ValueSet = anyValue): ValueSet {
    const key = factKey(kind, name);
    const found = this.#facts.get(key);
    if (found) return found.values;
    const given = this.#given.get(key);
    return given ? intersect(given.values, initial) : initial;
  }

  /** Whether something is this value: decided by what is known of it, else by a choice. Undefined while peeking. */
  decide(kind: FactKind, name: string, value: string, { initial, texts }: Asked = {}): boolean | undefined {
    const values = this.known(kind, name, initial);
    if (!has(values, value)) return false;
    if (single(values) === value) return true;
    const chosen = this.#choose(2);
    if (chosen === undefined) return undefined;
    this.#record({ kind, name, values: chosen === 0 ? { in: [value] } : without(values, [value]), texts });
    return chosen === 0;
  }

  /**
   * Which of its values something is: one of those it is known to be one of, or one of the candidates; undefined where it
   * is another, or while peeking. It can't be another where the candidates are all there is.
   */
  settle(
    kind: FactKind,
    name: string,
    { initial, texts, candidates, isClosed = false }: Asked & Candidates,
  ): string | undefined {
    const known = this.known(kind, name, initial);
    const values = isClosed ? intersect({ in: candidates }, known) : known;
    if (isEmpty(values)) return undefined;
    const options = 'in' in values ? values.in : candidates.filter((value) => has(values, value));
    const isOpen = !('in' in values);
    const isDecided = options.length === (isOpen ? 0 : 1);
    const chosen = isDecided ? 0 : this.#choose(options.length + (isOpen ? 1 : 0));
    const value = chosen === undefined ? undefined : options[chosen];
    if (value === undefined) this.#unknown.add(factKey(kind, name));
    if (chosen !== undefined && options.length > 0)
      this.#record({ kind, name, values: value === undefined ? without(values, options) : { in: [value] }, texts });
    return value;
  }

  /** Records what a condition comes to by what was decided before, unless it is only peeked at. */
  conclude(condition: string, value: boolean): void {
    this.#record({ kind: 'condition', name: condition, values: { in: [String(value)] }, follows: true });
  }

  /** Works something out by what is known already: no choice is made. */
  peek<T>(work: () => T): T {
    this.#isPeeking = true;
    try {
      return work();
    } finally {
      this.#isPeeking = false;
    }
  }

  #record(fact: Fact): void {
    if (this.#isPeeking) return;
    const key = factKey(fact.kind, fact.name);
    this.#isOutdated ||= this.#unknown.has(key) && single(fact.values) !== undefined;
    const parameter = fact.kind === 'parameter' ? parameterOf(this.template, fact.name) : undefined;
    this.#facts.set(key, parameter ? { ...fact, ...settingOf(fact, parameter) } : fact);
  }

  #choose(options: number): number | undefined {
    return this.#isPeeking ? undefined : this.#choices?.choose(options);
  }
}

function settingOf({ values }: Fact, parameter: Parameter): Pick<Fact, 'isSet' | 'isByDefault'> {
  return parameter.default !== undefined && has(values, parameter.default) ? { isByDefault: true } : { isSet: true };
}
