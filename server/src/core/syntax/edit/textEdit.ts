import type { TextEdit } from '../sourceText.ts';

/** Edits in the order of the text; undefined where two of them want the same piece of it. */
export function inOrder(edits: readonly TextEdit[]): TextEdit[] | undefined {
  const sorted = edits
    .filter(({ start, end, newText }) => end > start || newText !== '')
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  const clash = sorted.some(({ start }, index) => start < (sorted[index - 1]?.end ?? 0));
  return clash ? undefined : sorted;
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
