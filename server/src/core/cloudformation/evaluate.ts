import { resolve } from '../syntax/access.ts';
import type { ListNode, MapNode, Node, ScalarNode } from '../syntax/node.ts';
import { isTrue } from './conditions.ts';
import { type Evaluation, type Item, type Placed, unclear } from './evaluation.ts';
import { itemIn } from './forEach.ts';
import { functionOf } from './functions.ts';
import { intrinsicOf, mayBeNoValue } from './intrinsics.ts';
import { hasPlaceholder, isBarePlaceholder, withHoles } from './placeholders.ts';
import { nameOfResource } from './resources.ts';
import { scalarText } from './scalarText.ts';
import type { Scope } from './scope.ts';
import { spell } from './spell.ts';
import { concat, type Hole, hole, literal, type Part, parameterIn, sourceOf, type Text } from './text.ts';
import { single, type ValueSet } from './valueSet.ts';

const either: ValueSet = { in: ['true', 'false'] };

/** Works out what nodes come to in one world. */
export class Evaluator implements Evaluation {
  readonly scope: Scope;
  /** Conditions and resources that are being worked out: what rests on itself is never known. */
  readonly #open = new Set<string>();

  constructor(scope: Scope) {
    this.scope = scope;
  }

  evaluate(node: Node): Placed {
    const target = resolve(node);
    if (!target || target.kind === 'alias' || target.tag !== undefined) return { ...unclear, at: node };
    const intrinsic = intrinsicOf(target);
    if (!intrinsic) return this.#written(target, node);
    if (!this.scope.takeStep()) return { kind: 'unclear', mayBeNothing: mayBeNoValue(intrinsic), at: node };
    const result = functionOf(intrinsic.name)(intrinsic.argument, this);
    return intrinsic.name === 'Fn::If' ? { at: node, ...result } : { ...result, at: node };
  }

  textOf(node: Node): Text {
    return this.#asText(this.evaluate(node));
  }

  settle(text: Text): Text {
    const parts: Part[] = [];
    let isChanged = false;
    for (const part of text) {
      const filling = typeof part === 'string' ? undefined : this.#fill(part);
      parts.push(...(filling ?? [part]));
      isChanged ||= filling !== undefined;
    }
    return isChanged ? concat(parts) : text;
  }

  itemsOf(node: Node): readonly Item[] | undefined {
    const result = this.evaluate(node);
    if (result.kind === 'list') return result.items.map((text) => ({ kind: 'text', text, at: node }));
    if (result.kind !== 'written' || result.node.kind !== 'list') return undefined;
    return result.node.items.map((item) => this.evaluate(item)).filter((item) => item.kind !== 'nothing');
  }

  textsOf(node: Node): readonly Text[] | undefined {
    return this.itemsOf(node)?.map((item) => this.#asText(item));
  }

  isTrue(condition: string): boolean | undefined {
    const { scope } = this;
    scope.note('condition', condition);
    if (this.#isDecided(condition)) return scope.decide('condition', condition, 'true', { initial: either });
    const expression = scope.template.find('Conditions', condition);
    const value = expression && this.#once(`condition ${condition}`, () => isTrue(expression, this));
    // What rests on itself has been chosen on the way.
    if (value === undefined || this.#isDecided(condition))
      return scope.decide('condition', condition, 'true', { initial: either });
    scope.conclude(condition, value);
    return value;
  }

  /** Where the value that a text was settled to is written: of a parameter alone, its Default or the allowed value. */
  originOf(text: Text, value: string): Node | undefined {
    const parameter = parameterIn(text);
    if (parameter !== undefined) return this.scope.parameter(parameter)?.origins.get(value);
    const source = sourceOf(text);
    return source?.kind === 'resource' ? nameOfResource(source.name, this.scope) : undefined;
  }

  #isDecided(condition: string): boolean {
    return single(this.scope.known('condition', condition, either)) !== undefined;
  }

  #asText(result: Placed): Text {
    if (result.kind === 'text') return result.text;
    const text = result.kind === 'written' ? scalarText(result.node, this.scope.template.language) : undefined;
    return text === undefined ? [hole(`\${${spell(result.at)}}`)] : literal(text);
  }

  #written(node: MapNode | ListNode | ScalarNode, at: Node): Placed {
    if (node.kind === 'map' && isBarePlaceholder(node)) return { ...unclear, at };
    if (node.kind !== 'scalar' || !hasPlaceholder(node.text)) return { kind: 'written', node, at };
    return { kind: 'text', text: withHoles(node.text, (shown) => itemIn(shown, this.scope)), at };
  }

  #fill({ source }: Hole): Text | undefined {
    if (source?.kind === 'parameter') return this.#valueOf(source.name);
    const name = source && nameOfResource(source.name, this.scope);
    return name && this.#once(`resource ${source.name}`, () => this.settle(this.textOf(name)));
  }

  #valueOf(name: string): Text | undefined {
    const { scope } = this;
    const byDefault = scope.parameter(name)?.default;
    const candidates = byDefault === undefined ? [] : [byDefault];
    const value = scope.settle('parameter', name, { candidates, initial: scope.valuesOf(name) });
    return value === undefined ? undefined : literal(value);
  }

  #once<T>(key: string, work: () => T): T | undefined {
    if (this.#open.has(key)) return undefined;
    this.#open.add(key);
    try {
      return work();
    } finally {
      this.#open.delete(key);
    }
  }
}
