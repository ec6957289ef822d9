/** An element of a request's body. Its text is what stands in it beside other elements. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** The text isn't well-formed, or uses what no request to S3 needs: a document type, an entity in an attribute. */
export class XmlFault extends Error {}

/**
 * Reads a document strictly, to the last character: one root, every tag closed by its own name, no unknown entity.
 * @throws {XmlFault}
 */
export function readXml(text: string): XmlElement {
  const reader = new Reader(text.replace(/^\uFEFF/, ''));
  reader.skip(/<\?xml(\s[^?]*)?\?>/y);
  reader.skipBlank();
  const root = reader.element();
  reader.skipBlank();
  reader.end();
  return root;
}

const namePattern = /[A-Za-z_][\w.:-]*/y;
const attributePattern = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<&]*)"|'([^'<&]*)')/y;
const blankPattern = /(?:\s|<!--(?:(?!--)[\s\S])*-->)*/y;
const textPattern = /[^<&]+/y;
const entityPattern = /&(?:#(\d+)|#x([\da-fA-F]+)|(lt|gt|amp|quot|apos));/y;
const cdataPattern = /<!\[CDATA\[([\s\S]*?)\]\]>/y;
const commentPattern = /<!--(?:(?!--)[\s\S])*-->/y;

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Walks over the text; each method takes what it names, or throws. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  element(): XmlElement {
    this.#take(/</y);
    const name = this.#take(namePattern)[0];
    const attributes = this.#attributes();
    if (this.skip(/\s*\/>/y)) return { name, attributes, children: [], text: '' };
    this.#take(/\s*>/y);
    const content = this.#content();
    this.#take(/<\//y);
    if (this.#take(namePattern)[0] !== name) throw new XmlFault(`<${name}> is not closed by its own name`);
    this.#take(/\s*>/y);
    return { name, attributes, ...content };
  }

  skip(pattern: RegExp): boolean {
    return this.#match(pattern) !== undefined;
  }

  skipBlank(): void {
    this.#match(blankPattern);
  }

  end(): void {
    if (this.#at < this.#text.length) throw new XmlFault(`text after the root, at ${this.#at}`);
  }

  #attributes(): ReadonlyMap<string, string> {
    const attributes = new Map<string, string>();
    for (let match = this.#match(attributePattern); match; match = this.#match(attributePattern)) {
      const [, name = '', double, single] = match;
      if (attributes.has(name)) throw new XmlFault(`the attribute ${name} stands twice`);
      attributes.set(name, double ?? single ?? '');
    }
    return attributes;
  }

  #content(): { children: XmlElement[]; text: string } {
    const children: XmlElement[] = [];
    let text = '';
    while (!this.#text.startsWith('</', this.#at)) {
      const piece = this.#piece();
      if (piece !== undefined) text += piece;
      else if (!this.skip(commentPattern)) children.push(this.element());
    }
    return { children, text };
  }

  /** A piece of text, decoded; undefined where a tag or a comment stands. */
  #piece(): string | undefined {
    const cdata = this.#match(cdataPattern);
    if (cdata) return cdata[1] ?? '';
    if (this.#text[this.#at] === '&') return character(this.#take(entityPattern));
    return this.#match(textPattern)?.[0];
  }

  #take(pattern: RegExp): RegExpExecArray {
    const match = this.#match(pattern);
    if (!match) throw new XmlFault(`not well-formed at ${this.#at}`);
    return match;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text) ?? undefined;
    if (match) this.#at += match[0].length;
    return match;
  }
}

function character([, decimal, hexadecimal, name]: readonly string[]): string {
  if (name) return named[name] ?? '';
  const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal ?? '', 16);
  if (!(code > 0 && code <= 0x10ffff)) throw new XmlFault(`no character ${code}`);
  return String.fromCodePoint(code);
}
