/** What an element holds: text, elements by name (a list repeats the element), or nothing. */
export type XmlContent = string | number | boolean | XmlElements;

/** Elements by name, in order. Undefined ones are left out. */
export interface XmlElements {
  readonly [name: string]: XmlContent | readonly XmlContent[] | undefined;
}

/** A document with this root, as AWS spells it: a declaration, then the root on the next line. */
export function writeXml(root: string, content: XmlElements, namespace?: string): string {
  const attribute = namespace === undefined ? '' : ` xmlns="${escaped(namespace)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attribute}>${spell(content)}</${root}>`;
}

function spell(content: XmlContent): string {
  if (typeof content !== 'object') return escaped(String(content));
  return Object.entries(content)
    .flatMap(([name, value]) => listOf(value).map((each) => `<${name}>${spell(each)}</${name}>`))
    .join('');
}

function listOf(value: XmlContent | readonly XmlContent[] | undefined): readonly XmlContent[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function isList(value: XmlContent | readonly XmlContent[]): value is readonly XmlContent[] {
  return Array.isArray(value);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
