import type { Language } from '../language.ts';
import {
  type Ink,
  layBlock,
  layFlow,
  layInline,
  type Scalar,
  TabStop,
  type Written,
  type WrittenEntry,
} from './layout.ts';
import { spellKey, spellScalar } from './spell.ts';

/** How a place wants to be written. */
export interface Style {
  readonly language: Language;
  /** On one line, in brackets. */
  readonly inFlow: boolean;
  /** White space that lines at this level begin with. */
  readonly indent: string;
  /** One level of indentation; nothing where all is to stand on one line. */
  readonly unit: string;
  /** What lines end with. */
  readonly eol: string;
  /** The quote that texts stand in; in YAML only where they need one, if it is none. */
  readonly quote: '' | '"' | "'";
  /** Whether tab stops are spelt in the editor's syntax of snippets, or as plain text. */
  readonly snippet: boolean;
}

/** Writes values at one place; numbers the tab stops in the order written. */
export class Writer {
  readonly #style: Style;
  readonly #ink: Ink;
  #tabStops = 0;

  constructor(style: Style) {
    this.#style = style;
    const { language, unit, eol } = style;
    this.#ink = {
      ...{ language, unit, eol, hasFlushLists: false },
      scalar: (value, inFlow) => this.#scalar(value, inFlow),
      key: (name) => this.key(name),
      mark: (text) => this.#literal(text),
    };
  }

  /** A value behind its key, or alone: what a map or list in block style begins with is a new line. */
  value(value: Written, indent = this.#style.indent): string {
    const { inFlow, language, unit, eol } = this.#style;
    if (inFlow) {
      const isOnOneLine = language === 'yaml' || unit === '';
      return layFlow(value, this.#ink, isOnOneLine ? undefined : indent.slice(0, indent.length - unit.length));
    }
    return layInline(value, this.#ink) ?? `${eol}${indent}${layBlock(value, this.#ink, indent)}`;
  }

  /** `key: value`. */
  entry([key, value]: WrittenEntry, indent = this.#style.indent): string {
    const written = this.value(value, indent + this.#style.unit);
    return `${this.key(key)}:${written.startsWith(this.#style.eol) ? '' : ' '}${written}`;
  }

  /** A key alone, for one whose value is there. */
  key(name: string): string {
    return this.#literal(spellKey(name, this.#style.language, this.#style.quote));
  }

  /** A value that begins where it stands: behind a dash, or on a line of its own. */
  inPlace(value: Written): string {
    return this.value(value).trimStart();
  }

  #scalar(value: Scalar, inFlow: boolean): string {
    if (value instanceof TabStop) return this.#tabStop(value, inFlow);
    return this.#literal(this.#spelt(value, inFlow));
  }

  #spelt(value: string | boolean, inFlow: boolean): string {
    const { language, quote } = this.#style;
    return spellScalar(value, language, { quote, inFlow });
  }

  #tabStop({ text, choices }: TabStop, inFlow: boolean): string {
    const spelt = this.#spelt(text, inFlow);
    if (!this.#style.snippet) return spelt;
    this.#tabStops++;
    const [open, close] = spelt.split(text);
    const inner = choices.length > 1 ? `|${choices.map(choiceText).join(',')}|` : `:${snippetText(text)}`;
    return `${open}\${${this.#tabStops}${inner}}${close}`;
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
