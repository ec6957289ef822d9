import type { Template } from '../cloudformation/template.ts';
import { asMap } from '../syntax/access.ts';
import { rememberingLast } from '../syntax/memory.ts';
import type { Node } from '../syntax/node.ts';
import { isSameList } from '../syntax/sameList.ts';

const sections = ['Parameters', 'Mappings', 'Conditions'] as const;

/** The sections of a template that its resources can rest on, as an edit has left them. */
export class Surroundings {
  readonly #nodes: readonly (Node | undefined)[];
  /** A section that is edited stays the same node. */
  readonly #revisions: readonly (number | undefined)[];
  /** The assertions of a template decide which of its worlds there are. */
  readonly #rules: readonly (Node | undefined)[];

  private constructor(template: Template) {
    this.#nodes = sections.flatMap((name) => template.nodesOf(name));
    this.#revisions = this.#nodes.map((node) => asMap(node)?.runs?.revision);
    this.#rules = template.nodesOf('Rules');
  }

  /** Those of a template: the very object that they were for the edit before, where nothing in them has changed. */
  static readonly of = rememberingLast((template: Template, before?: Surroundings) => {
    const own = new Surroundings(template);
    return before?.isSame(own) ? before : own;
  });

  haveSameRules(other: Surroundings): boolean {
    return isSameList(this.#rules, other.#rules);
  }

  private isSame(other: Surroundings): boolean {
    return (
      isSameList(this.#nodes, other.#nodes) &&
      isSameList(this.#revisions, other.#revisions) &&
      this.haveSameRules(other)
    );
  }
}
