import { applyEdits, type Document, type Language, type Node, readDocument } from '../../server/src/core/index.ts';
import type { Change } from '../../server/src/core/syntax/edit/change.ts';
import { spellChanges } from '../../server/src/core/syntax/edit/spellChanges.ts';
import type { ListNode, MapNode, ScalarNode } from '../../server/src/core/syntax/node.ts';

/** The text after changes that `plan` makes of its tree; undefined where they can't be spelt. */
export function changed(text: string, language: Language, plan: (at: Finder) => Change[]): string | undefined {
  const document = readDocument(text, language);
  const edits = spellChanges(document, plan(new Finder(document)));
  return edits && applyEdits(text, edits);
}

/** Finds nodes of a document by their JSON pointers. */
export class Finder {
  readonly #document: Document;

  constructor(document: Document) {
    this.#document = document;
  }

  value(pointer: string): Node {
    let node = this.#document.roots[0];
    for (const step of pointer.split('/').slice(1)) {
      if (node?.kind === 'list') node = node.items[Number(step)];
      else if (node?.kind === 'map') node = node.entries.find(({ key }) => key.text === step)?.value;
    }
    if (!node) throw new Error(`nothing at ${pointer}`);
    return node;
  }

  map(pointer: string): MapNode {
    const node = this.value(pointer);
    if (node.kind !== 'map') throw new Error(`no map at ${pointer}`);
    return node;
  }

  list(pointer: string): ListNode {
    const node = this.value(pointer);
    if (node.kind !== 'list') throw new Error(`no list at ${pointer}`);
    return node;
  }

  key(pointer: string): ScalarNode {
    const value = this.value(pointer);
    const { parent } = value;
    const entry = parent?.kind === 'map' ? parent.entries.find((each) => each.value === value) : undefined;
    if (!entry) throw new Error(`no member at ${pointer}`);
    return entry.key;
  }
}

/** The plain value of a tree, to compare what two texts say. Short tags read as their long forms. */
export function plainOf(node: Node | undefined): unknown {
  if (node?.kind === 'list') return node.items.map(plainOf);
  if (node?.kind === 'map') return node.entries.map(({ key, value }) => [key.text, plainOf(value)]);
  if (node?.kind === 'alias') return { alias: node.name };
  return node && { text: node.text, isPlain: node.style === 'plain' };
}
