import type { Node } from './node.ts';

/**
 * Remembers something of nodes. It is kept with their section, so it lasts for as long as an edit leaves them as they are,
 * and goes when they go: what a map of all nodes ever read would hold, a document that is read once would leave behind.
 */
export class NodeMemory<T> {
  get(node: Node): T | undefined {
    return node.section.memory?.get(this)?.get(node) as T | undefined;
  }

  set(node: Node, value: T): void {
    node.section.memory ??= new Map();
    const kept = node.section.memory.get(this) ?? new Map();
    node.section.memory.set(this, kept.set(node, value));
  }

  /** What was remembered; worked out with the first need. */
  once<N extends Node>(node: N, work: (node: N) => T): T {
    const known = this.get(node);
    if (known !== undefined) return known;
    const made = work(node);
    this.set(node, made);
    return made;
  }
}

/**
 * Remembers something of an object, in a property of that object which nobody else sees. A WeakMap that has grown old has its values
 * taken for alive by V8's small collections, and with them whole documents that nobody holds any more.
 */
export class OwnMemory<K extends object, T> {
  readonly #name = Symbol('remembered');

  get(of: K): T | undefined {
    return (of as { readonly [name: symbol]: T | undefined })[this.#name];
  }

  set(of: K, value: T): void {
    Object.defineProperty(of, this.#name, { value, configurable: true });
  }

  /** What was remembered; worked out with the first need. */
  once(of: K, work: (of: K) => T): T {
    const known = this.get(of);
    if (known !== undefined) return known;
    const made = work(of);
    this.set(of, made);
    return made;
  }
}

/**
 * Does some work once for as long as the same thing is asked for: the last one's result is remembered, and no other. The work is
 * given it, to take from it what is still true.
 */
export function rememberingLast<K, T>(work: (of: K, before: T | undefined) => T): (of: K) => T {
  let last: { readonly of: K; readonly result: T } | undefined;
  return (of) => {
    if (last?.of !== of) last = { of, result: work(of, last?.result) };
    return last.result;
  };
}
