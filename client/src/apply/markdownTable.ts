/** What stands in a cell of a table: a line, or several. */
export type Cell = string | readonly string[];

/** A table of a Markdown document; what stands in a cell stays in it, and is shown as it is. */
export function markdownTable(head: readonly string[], rows: readonly (readonly Cell[])[]): string[] {
  const line = (cells: readonly Cell[]) => `| ${cells.map(markdownCell).join(' | ')} |`;
  return ['', line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}

function markdownCell(cell: Cell): string {
  return [cell].flat().map(asShown).join('<br>');
}

/** A text on one line of which Markdown takes nothing for its own: an alias may be called `__mine__`. */
export function asShown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_<>[\]&~$|]/g, '\\$&');
}
