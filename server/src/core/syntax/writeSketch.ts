import type { Language } from './document.ts';
import type { Sketch, SketchEntry } from './sketch.ts';

/** How a place wants to be written. */
export interface Style {
  readonly language: Language;
  /** On one line, in brackets. */
  readonly inFlow: boolean;
  /** White space that lines at this level begin with. */
  readonly indent: string;
  readonly step: string;
  /** The quote that texts stand in; in YAML only where they need one, if it is none. */
  readonly quote: '' | '"' | "'";
  /** Whether holes are tab stops, in the editor's syntax of snippets, or plain text. */
  readonly snippet: boolean;
}

/** Spells sketches in one style; numbers the holes in the order written. */
export class SketchWriter {
  readonly #style: Style;
  #holes = 0;

  constructor(style: Style) {
    this.#style = style;
  }

  /** A value behind its key, or alone: what a map or list in block style begins with is a new line. */
  value(sketch: Sketch, indent = this.#style.indent): string {
    switch (sketch.kind) {
      case 'text':
        return this.#literal(this.#quoted(sketch.text));
      case 'boolean':
        return String(sketch.value);
      case 'hole':
        return this.#hole(sketch.text, sketch.choices);
      case 'call':
        return this.#literal(this.#call(sketch.name, sketch.argument));
      case 'map':
        return this.#style.inFlow
          ? this.#braced(sketch.entries, indent)
          : `\n${indent}${this.entries(sketch.entries, indent)}`;
      case 'list':
        return this.#style.inFlow ? this.#bracketed(sketch.items, indent) : this.#dashes(sketch.items, indent);
    }
  }

  /** Members of a map that is there, the first at the place itself. */
  entries(entries: readonly SketchEntry[], indent = this.#style.indent): string {
    const { inFlow } = this.#style;
    const separator = inFlow ? (this.#isOnOneLine ? ', ' : `,\n${indent}`) : `\n${indent}`;
    return entries.map((entry) => this.entry(entry, indent)).join(separator);
  }

  /** `key: value`. */
  entry([key, value]: SketchEntry, indent = this.#style.indent): string {
    const written = this.value(value, indent + this.#style.step);
    return `${this.#key(key)}:${written.startsWith('\n') ? '' : ' '}${written}`;
  }

  /** A key alone, for one whose value is there. */
  key(name: string): string {
    return this.#literal(this.#key(name));
  }

  /** A value that begins where it stands: behind a dash, or on a line of its own. */
  inPlace(sketch: Sketch): string {
    return this.value(sketch).trimStart();
  }

  get #isOnOneLine(): boolean {
    return this.#style.language === 'yaml' || this.#style.step === '';
  }

  #braced(entries: readonly SketchEntry[], indent: string): string {
    if (this.#isOnOneLine) return this.#literal('{') + this.#pad(this.entries(entries, indent)) + this.#literal('}');
    const close = indent.slice(0, indent.length - this.#style.step.length);
    return `{\n${indent}${this.entries(entries, indent)}\n${close}${this.#literal('}')}`;
  }

  #pad(inner: string): string {
    return this.#style.language === 'json' ? ` ${inner} ` : inner;
  }

  #bracketed(items: readonly Sketch[], indent: string): string {
    const areScalars = items.every(({ kind }) => kind === 'text' || kind === 'hole');
    if (this.#isOnOneLine || areScalars) return `[${items.map((item) => this.value(item, indent)).join(', ')}]`;
    const close = indent.slice(0, indent.length - this.#style.step.length);
    const written = items.map((item) => this.value(item, indent + this.#style.step)).join(`,\n${indent}`);
    return `[\n${indent}${written}\n${close}]`;
  }

  #dashes(items: readonly Sketch[], indent: string): string {
    return items
      .map((item) =>
        item.kind === 'map'
          ? `\n${indent}- ${this.entries(item.entries, `${indent}  `)}`
          : `\n${indent}- ${this.value(item, `${indent}  `)}`,
      )
      .join('');
  }

  #call(name: string, argument: string): string {
    if (this.#style.language === 'yaml') return `!${name.replace('Fn::', '')} ${argument}`;
    const value = name === 'Ref' ? JSON.stringify(argument) : JSON.stringify(argument.split('.')).replace(',', ', ');
    return `{ "${name}": ${value} }`;
  }

  #key(name: string): string {
    const { language, quote } = this.#style;
    return language === 'json' ? `"${name}"` : `${quote}${name}${quote}`;
  }

  #quoted(value: string): string {
    const { language, quote } = this.#style;
    if (language === 'json') return JSON.stringify(value);
    if (quote === '"') return JSON.stringify(value);
    const isSafe = /^[A-Za-z][\w:./-]*[\w-]$/.test(value) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(value);
    return quote === "'" || !isSafe ? `'${value.replaceAll("'", "''")}'` : value;
  }

  #hole(value: string, choices: readonly string[] | undefined): string {
    if (!this.#style.snippet) return this.#quoted(value);
    this.#holes++;
    const [open, close] = this.#quoted(value).split(value);
    const inner = choices ? `|${choices.map(choiceText).join(',')}|` : `:${snippetText(value)}`;
    return `${open}\${${this.#holes}${inner}}${close}`;
  }

  #literal(written: string): string {
    return this.#style.snippet ? snippetText(written) : written;
  }
}

function snippetText(written: string): string {
  return written.replace(/[\\$}]/g, '\\$&');
}

function choiceText(written: string): string {
  return written.replace(/[\\,|]/g, '\\$&');
}
