/** A text of a document as code in Markdown, whatever it holds. */
export function code(text: string): string {
  const shown = text.length > 120 ? `${text.slice(0, 119)}…` : text;
  const ticks = /`/.test(shown) ? '``' : '`';
  return `${ticks}${shown.replaceAll('``', "''").replace(/[\r\n]+/g, ' ')}${ticks}`;
}

/** A link; without an address, its text alone. */
export function link(text: string, href: string | undefined): string {
  return href === undefined ? text : `[${text}](${href.replace(/[()\s]/g, encodeURIComponent)})`;
}

/** Paragraphs, without those that are nothing. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}
