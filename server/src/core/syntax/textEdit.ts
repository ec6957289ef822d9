/** A replacement in a text: what stands from `start` to `end` gives way to `newText`. Offsets in UTF-16 units. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** By how much an edit makes a text longer, in UTF-16 units. */
export function growthOf({ start, end, newText }: TextEdit): number {
  return newText.length - (end - start);
}

/** Edits in the order of the text; undefined where two of them want the same piece of it. */
export function inOrder(edits: readonly TextEdit[]): TextEdit[] | undefined {
  const sorted = edits
    .filter(({ start, end, newText }) => end > start || newText !== '')
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  const clash = sorted.some(({ start }, index) => start < (sorted[index - 1]?.end ?? 0));
  return clash ? undefined : sorted;
}

/** Edits of a text, of which there is at least one, as one that reaches from the first to the last. */
export function asOne(edits: readonly TextEdit[], text: string): TextEdit {
  const start = edits[0]?.start ?? 0;
  const end = edits.at(-1)?.end ?? start;
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return { start, end, newText: applyEdits(text.slice(start, end), moved) };
}

/** The text after edits that are in order and don't overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let at = 0;
  let result = '';
  for (const { start, end, newText } of edits) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}
