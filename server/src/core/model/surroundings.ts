import type { Template } from '../cloudformation/template.ts';
import { rememberingLast } from '../syntax/memory.ts';
import type { Node } from '../syntax/node.ts';

const sections = ['Parameters', 'Mappings', 'Conditions', 'Rules'] as const;

/** The sections of a template that its resources can rest on. */
export class Surroundings {
  readonly #nodes: readonly (Node | undefined)[];

  private constructor(template: Template) {
    this.#nodes = sections.flatMap((name) => template.nodesOf(name));
  }

  /** Those of a template: the very object that they were for the edit before, where they are the same nodes. */
  static readonly of = rememberingLast((template: Template) => {
    const own = new Surroundings(template);
    if (!last?.haveSameNodes(own)) last = own;
    return last;
  });

  haveSameSections(other: Surroundings): boolean {
    return this === other || this.haveSameNodes(other);
  }

  private haveSameNodes(other: Surroundings): boolean {
    const others = other.#nodes;
    return others.length === this.#nodes.length && others.every((node, index) => node === this.#nodes[index]);
  }
}

let last: Surroundings | undefined;
