import type { Diagnostic } from 'vscode-languageserver';

/**
 * True where a client that was told of some diagnostics need not be told of others: they are the same, and the edits between,
 * `lines` of them, lay beside all that is marked, so that its marks stand where they stood. What an edit touches loses its
 * mark in an editor, and `lines` is undefined where lines have moved.
 */
export function areAsTold(
  told: readonly Diagnostic[],
  diagnostics: readonly Diagnostic[],
  lines: readonly number[] | undefined,
): boolean {
  if (told.length !== diagnostics.length) return false;
  const isStill = (diagnostic: Diagnostic) => lines !== undefined && !lines.some((line) => isOn(diagnostic, line));
  return diagnostics.every((diagnostic, index) => isSame(diagnostic, told[index]) && isStill(diagnostic));
}

/** What no edit has reached is the very same object. */
function isSame(one: Diagnostic, other: Diagnostic | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function isOn({ range: { start, end } }: Diagnostic, line: number): boolean {
  return start.line <= line && line <= end.line;
}
