/**
 * The name that a misspelt one probably means: the same letters in another case or with other separators, one that it
 * abbreviates or extends, or one at most two slips away (a slip: a letter more, less, wrong, or two swapped).
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  return nearestAmong(candidates)(name);
}

/** Finds the nearest of names that many are compared with. */
export function nearestAmong(candidates: Iterable<string>): (name: string) => string | undefined {
  const spelt = [...candidates].map((candidate) => ({ candidate, letters: letters(candidate) }));
  return (name) => {
    const written = letters(name);
    let best: string | undefined;
    let most = 2;
    for (const { candidate, letters } of spelt) {
      const slips = slipsBetween(written, letters, most);
      if (slips > most) continue;
      if (slips === 0) return candidate;
      best = candidate;
      // Only one that is nearer still counts.
      most = slips - 1;
    }
    return best;
  };
}

/**
 * True for a key that probably means this name, or is it. One with a quote or a bracket is what is left of a text that can't be
 * read, as of a shell's command.
 */
export function mayMean(key: string, name: string): boolean {
  return !/["'`()[\]{}]/.test(key) && nearest(key, [name]) !== undefined;
}

/** How many slips the letters of a name are away from those of another; Infinity where it is certainly more than `most`. */
function slipsBetween(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (isStem(a, b) || isStem(b, a)) return 1;
  const allowed = Math.min(most, Math.floor(b.length / 4));
  if (Math.abs(a.length - b.length) > allowed || allowed === 0) return Number.POSITIVE_INFINITY;
  return editDistance(a, b, allowed);
}

function letters(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** True where the short one begins the long one and is most of it: `ServerSideEncryptionConfig`. */
function isStem(short: string, long: string): boolean {
  return short.length >= 8 && long.startsWith(short) && short.length >= long.length * 0.6;
}

/** Damerau-Levenshtein, adjacent swaps counted as one; Infinity where it is certainly more than `most`. */
function editDistance(a: string, b: string, most: number): number {
  const begin = sharedBegin(a, b);
  const end = sharedEnd(a, b, begin);
  const [inA, inB] = [a.slice(begin, a.length - end), b.slice(begin, b.length - end)];
  // Only letters more, or less: no more than the lengths differ by.
  if (inA === '' || inB === '') return Math.max(inA.length, inB.length);
  return distance(inA, inB, most);
}

function sharedBegin(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** How many of the last letters are the same, without those that the beginnings share. */
function sharedEnd(a: string, b: string, begin: number): number {
  const most = Math.min(a.length, b.length) - begin;
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}

/** By rows: what it takes to come from each beginning of `a` to each of `b`. */
function distance(a: string, b: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      current.push(cheapest(a, b, row, column, { beforeLast, last, current }));
    }
    // Each row rests on the two before it.
    if (Math.min(...last, ...current) > most) return Number.POSITIVE_INFINITY;
    [beforeLast, last] = [last, current];
  }
  const slips = last[b.length] ?? 0;
  return slips <= most ? slips : Number.POSITIVE_INFINITY;
}

interface Rows {
  readonly beforeLast: number[];
  readonly last: number[];
  readonly current: number[];
}

function cheapest(a: string, b: string, row: number, column: number, rows: Rows): number {
  const at = (cells: number[], index: number) => cells[index] ?? Number.POSITIVE_INFINITY;
  const same = a[row - 1] === b[column - 1];
  const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  return Math.min(
    at(rows.last, column) + 1,
    at(rows.current, column - 1) + 1,
    at(rows.last, column - 1) + (same ? 0 : 1),
    swapped ? at(rows.beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
  );
}
