/**
 * A line of the language that a document is made with: `{% if … %}` and `{# … #}` of Jinja, `{{ if … }}` of Go. With a key below
 * it, it is no YAML, so to pass it over there changes nothing of what is.
 */
const foreign = /[ \t]*(?:\{[%#]|\{\{[^\n]*\}\}[ \t]*\r?(?:\n|$))/y;

/** What else may stand before a key. */
const noise = /[ \t]*(?:#|\r?\n|$)/y;

/** A key, a scalar or an item, and no border of a document. */
const content = /[ \t]*(?:[\w"']|- )/y;

/** True where nothing but blank lines, comments and, if they may, lines of another language stand. */
export function isPassedOver(text: string, from: number, to: number, mayBeForeign: boolean): boolean {
  return behindLines(text, from, to, mayBeForeign) >= to;
}

/** A text that begins with lines of another language, with blank ones in place of what stands before its content. */
export function withoutForeignHead(text: string): string {
  const end = behindLines(text, 0, text.length, true);
  const hasForeign = end > behindLines(text, 0, text.length, false);
  return hasForeign && isAt(content, text, end) ? text.slice(0, end).replace(/[^\r\n]/g, ' ') + text.slice(end) : text;
}

/** Where the first line begins, before an end, that is neither noise nor, if it may be, of another language. */
function behindLines(text: string, from: number, to: number, mayBeForeign: boolean): number {
  let line = from;
  while (line < to) {
    const newline = text.indexOf('\n', line);
    const next = newline === -1 ? text.length : newline + 1;
    if (!isAt(noise, text, line) && !(mayBeForeign && isForeign(text, line, next))) break;
    line = next;
  }
  return line;
}

/** False where a comment is begun that stays open: the lines below are part of it. */
function isForeign(text: string, start: number, end: number): boolean {
  if (!isAt(foreign, text, start)) return false;
  const line = text.slice(start, end);
  return line.lastIndexOf('{#') <= line.lastIndexOf('#}');
}

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
