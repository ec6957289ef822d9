import { OwnMemory } from './memory.ts';
import type { Entry, EntryRun, EntryRuns } from './node.ts';
import { isSameList } from './sameList.ts';

/** How many entries a run is begun with: an edit costs one run, and a look at each of the others. */
function usualLength(count: number): number {
  return Math.ceil(Math.sqrt(count));
}

/** How many changes are kept: whoever has not asked for so long looks anew. */
const keptChanges = 64;

/** How many names are remembered: with each letter that is typed of one another is asked for. */
const keptNames = 10_000;

/** The runs of a map that is filled anew after each edit. */
export class LiveRuns implements EntryRuns {
  #list: readonly EntryRun[] = [];
  /** The pieces of the run that an entry of its own was cut out of. */
  #cutApart: { readonly first: number; readonly count: number } | undefined;
  #revision = 0;
  /** The names that each of the latest revisions changed, the newest last. */
  #changes: ReadonlySet<string>[] = [];
  /** What was found under names that were asked for, and that nothing was, but for those that have changed since. */
  readonly #found = new Map<string, Entry | undefined>();
  /** What was last answered of changes: all runs ask the same. */
  #answered: { readonly since: number; readonly names: readonly string[] } | undefined;

  get list(): readonly EntryRun[] {
    return this.#list;
  }

  get revision(): number {
    return this.#revision;
  }

  /** Takes the entries as they are after an edit; returns the runs that are new. */
  update(entries: readonly Entry[]): EntryRun[] {
    const list = runsOf(entries, this.#list);
    if (this.#revision === 0) return this.#begin(list);
    const old = new Set(this.#list);
    const added = list.filter((run) => !old.delete(run));
    if (isSameList(list, this.#list)) return added;
    this.#cutApart = undefined;
    this.#take(list, differenceOf([...old], added));
    return added;
  }

  /**
   * Takes an entry in place of the one that stands there; returns what gives that one back, run and all. The entry gets a run of its
   * own, so that the next edit of it makes nothing else anew; the run that was cut apart so before is put together again.
   */
  replace(index: number, entry: Entry): () => void {
    const [before, cut] = [this.#list, this.#cutApart];
    const { run, within } = this.#place(index);
    if (run.length > 1) this.#cutOut(index);
    const names = new Set([run[within]?.key.text ?? '', entry.key.text]);
    this.#take(this.#list.with(this.#place(index).at, [entry]), names);
    return () => {
      this.#cutApart = cut;
      this.#take(before, names);
    };
  }

  /** Nobody can have asked for anything yet. */
  #begin(list: readonly EntryRun[]): EntryRun[] {
    this.#list = list;
    this.#revision = 1;
    return [...list];
  }

  /** The run that an entry stands in, and where. */
  #place(index: number): { at: number; run: EntryRun; within: number } {
    let within = index;
    for (const [at, run] of this.#list.entries()) {
      if (within < run.length) return { at, run, within };
      within -= run.length;
    }
    throw new RangeError(`There is no entry ${index}`);
  }

  /** Gives an entry a run of its own. */
  #cutOut(index: number): void {
    if (this.#cutApart) {
      const { first, count } = this.#cutApart;
      this.#list = this.#list.toSpliced(first, count, this.#list.slice(first, first + count).flat());
    }
    const { at, run, within } = this.#place(index);
    const pieces = [run.slice(0, within), run.slice(within, within + 1), run.slice(within + 1)];
    const kept = pieces.filter(({ length }) => length > 0);
    this.#list = this.#list.toSpliced(at, 1, ...kept);
    this.#cutApart = { first: at, count: kept.length };
  }

  last(name: string): Entry | undefined {
    const known = this.#found.get(name);
    if (known || this.#found.has(name)) return known;
    const entry = this.#find(name);
    if (this.#found.size >= keptNames) this.#found.clear();
    this.#found.set(name, entry);
    return entry;
  }

  #find(name: string): Entry | undefined {
    for (let index = this.#list.length - 1; index >= 0; index--) {
      const entry = namesOf.once(this.#list[index] ?? [], byName).get(name);
      if (entry) return entry;
    }
    return undefined;
  }

  changedSince(revision: number): readonly string[] | undefined {
    if (this.#answered?.since === revision) return this.#answered.names;
    const first = this.#changes.length - (this.#revision - revision);
    if (first < 0) return undefined;
    const names = this.#changes.slice(first).flatMap((changed) => [...changed]);
    this.#answered = { since: revision, names };
    return names;
  }

  #take(list: readonly EntryRun[], changed: ReadonlySet<string>): void {
    this.#list = list;
    this.#changes = [...this.#changes, changed].slice(-keptChanges);
    this.#revision++;
    this.#answered = undefined;
    for (const name of changed) this.#found.delete(name);
  }
}

const namesOf = new OwnMemory<EntryRun, ReadonlyMap<string, Entry>>();

/** Of those with one name the last. */
function byName(run: EntryRun): ReadonlyMap<string, Entry> {
  return new Map(run.map((entry) => [entry.key.text, entry]));
}

/** The entries in runs, in those of before where they are still together. */
function runsOf(entries: readonly Entry[], before: readonly EntryRun[]): readonly EntryRun[] {
  const byFirst = new Map(before.map((run) => [run[0], run]));
  const length = usualLength(entries.length);
  const runs: EntryRun[] = [];
  let loose: Entry[] = [];
  for (let at = 0; at < entries.length; ) {
    const run = byFirst.get(entries[at]);
    const isKept = run?.every((entry, index) => entry === entries[at + index]);
    if (loose.length > 0 && (isKept || loose.length === length)) {
      runs.push(loose);
      loose = [];
    }
    if (run && isKept) runs.push(run);
    else loose.push(entries[at] as Entry);
    at += run && isKept ? run.length : 1;
  }
  if (loose.length > 0) runs.push(loose);
  return isFrayed(runs, entries.length) ? runsOf(entries, []) : runs;
}

/** True where edits have left so many short runs that beginning anew is cheaper. */
function isFrayed(runs: readonly EntryRun[], count: number): boolean {
  return runs.length > 8 + 3 * usualLength(count);
}

function differenceOf(gone: readonly EntryRun[], added: readonly EntryRun[]): ReadonlySet<string> {
  const entries = new Set(gone.flat());
  for (const entry of added.flat()) if (!entries.delete(entry)) entries.add(entry);
  return new Set([...entries].map(({ key }) => key.text));
}
