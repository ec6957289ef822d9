import type { Node, Section, SyntaxFault } from './node.ts';

/** Sections that stand together, and what all of them move with, in UTF-16 units. */
export interface SectionGroup {
  base: number;
}

/** A section that stands some way behind where its group does: so an edit moves all that is behind it by moving some groups. */
export class MovingSection implements Section {
  #group: SectionGroup = { base: 0 };
  #offset: number;
  length: number;
  errors: SyntaxFault[] = [];
  memory: Map<object, Map<Node, unknown>> | undefined;

  constructor(base: number, length: number) {
    this.#offset = base;
    this.length = length;
  }

  get base(): number {
    return this.#group.base + this.#offset;
  }

  set base(base: number) {
    this.#offset = base - this.#group.base;
  }

  /** Moves with a group from now on; it stays where it is. */
  join(group: SectionGroup): void {
    this.#offset = this.base - group.base;
    this.#group = group;
  }
}
