import type { EntryRun, EntryRuns, Node } from './node.ts';

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
}

/** Remembers something of the runs of a map: kept with the map, until an edit leaves the run no more. */
export class RunMemory<T> {
  get({ memory }: EntryRuns, run: EntryRun): T | undefined {
    return memory.get(this)?.get(run) as T | undefined;
  }

  set({ memory }: EntryRuns, run: EntryRun, value: T): void {
    const kept = memory.get(this) ?? new WeakMap();
    memory.set(this, kept.set(run, value));
  }
}

/** Does some work once for as long as the same thing is asked for: the last one's result is remembered, and no other. */
export function rememberingLast<K, T>(work: (of: K) => T): (of: K) => T {
  let last: { readonly of: K; readonly result: T } | undefined;
  return (of) => {
    if (last?.of !== of) last = { of, result: work(of) };
    return last.result;
  };
}
