/**
 * The index of the last of some pieces, in the order of the text, that begins at or before an offset; -1 where none does. It goes
 * to about as few of them as their number has bits.
 */
export function lastFrom<T>(pieces: readonly T[], startOf: (piece: T) => number, offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(pieces[middle] as T) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The index of the last of the first `count` places that is at or before a value; 0 where none is. They rise. */
export function lastPlace(places: readonly number[], value: number, count = places.length): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((places[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
