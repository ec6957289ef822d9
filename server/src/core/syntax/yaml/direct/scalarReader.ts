import type { ScalarNode } from '../../node.ts';
import { behindSpaces, carriageReturn, colon, doubleQuote, hash, newline, tab, unitAt } from '../../units.ts';
import type { YamlBuilder } from '../yamlBuilder.ts';
import { blockScalarAt } from './blockScalars.ts';
import { continuationStop, flowPlainStop, folded, plainStop, quotedEnd, quotedText, trimmedEnd } from './scalars.ts';
import type { Scanner } from './scanner.ts';
import { unusual } from './unusual.ts';

/**
 * Reads the scalar that begins at the scanner, and leaves the scanner behind it. `parent` is the column of what it stands in: lines
 * that go on with it are indented deeper. It is -1 for a root, which has one line.
 */
export class ScalarReader {
  readonly #scanner: Scanner;
  readonly #builder: YamlBuilder;

  constructor(scanner: Scanner, builder: YamlBuilder) {
    this.#scanner = scanner;
    this.#builder = builder;
  }

  plain(parent: number): ScalarNode {
    const { text, at: start } = this.#scanner;
    let stop = plainStop(text, start);
    const firstEnd = trimmedEnd(text, stop);
    let end = firstEnd;
    for (let next = this.#continued(stop, parent); next !== undefined; next = this.#continued(stop, parent)) {
      stop = continuationStop(text, next);
      end = trimmedEnd(text, stop);
    }
    if (unitAt(text, stop) === colon) throw unusual;
    this.#scanner.at = stop;
    if (end === firstEnd) return this.#asWritten(start, end);
    return this.#builder.scalar(start, end, folded(text.slice(start, end)), 'plain');
  }

  /** Where a plain scalar goes on that stops at the end of its line; undefined where it doesn't. */
  #continued(stop: number, parent: number): number | undefined {
    const { text } = this.#scanner;
    if (unitAt(text, stop) !== newline) return undefined;
    let line = stop + 1;
    let at = behindSpaces(text, line);
    for (let end = lineEndAt(text, at); end !== undefined; end = lineEndAt(text, at)) {
      line = end + 1;
      at = behindSpaces(text, line);
    }
    if (at - line <= parent || at === text.length || unitAt(text, at) === hash) return undefined;
    if (parent < 0 || unitAt(text, at) === tab) throw unusual;
    return at;
  }

  /** The key of an entry, on one line. */
  key(): ScalarNode {
    const scanner = this.#scanner;
    const quote = scanner.text[scanner.at];
    if (quote === '"' || quote === "'") {
      const key = this.quoted(Number.POSITIVE_INFINITY);
      scanner.at = behindSpaces(scanner.text, scanner.at);
      return key;
    }
    const start = scanner.at;
    scanner.at = plainStop(scanner.text, start);
    return this.#asWritten(start, trimmedEnd(scanner.text, scanner.at));
  }

  /** A plain scalar within brackets, on one line. */
  flowPlain(): ScalarNode {
    const scanner = this.#scanner;
    const start = scanner.at;
    scanner.at = flowPlainStop(scanner.text, start);
    return this.#asWritten(start, trimmedEnd(scanner.text, scanner.at));
  }

  quoted(parent: number): ScalarNode {
    const { text, at: start } = this.#scanner;
    const end = quotedEnd(text, start);
    const source = text.slice(start + 1, end - 1);
    if (source.includes('\n')) this.#refuseShallow(start, end, parent);
    this.#scanner.at = end;
    return this.#builder.scalar(start, end, quotedText(source, unitAt(text, start) === doubleQuote), 'quoted');
  }

  /** Lines of a quoted scalar that are not indented deeper than what it stands in. */
  #refuseShallow(start: number, end: number, parent: number): void {
    const { text } = this.#scanner;
    if (parent < 0) throw unusual;
    for (let line = text.indexOf('\n', start) + 1; line > 0 && line < end; line = text.indexOf('\n', line) + 1) {
      const at = behindSpaces(text, line);
      if (lineEndAt(text, at) !== undefined) continue;
      if (at - line <= parent || unitAt(text, at) === tab) throw unusual;
    }
  }

  block(parent: number): ScalarNode {
    if (parent < 0) throw unusual;
    const { span, stop, value } = blockScalarAt(this.#scanner.text, this.#scanner.at, parent);
    this.#scanner.at = stop;
    return this.#builder.scalar(...span, value, 'block');
  }

  #asWritten(start: number, end: number): ScalarNode {
    return this.#builder.scalar(start, end, this.#scanner.text.slice(start, end), 'plain');
  }
}

/** Where a line ends that ends here; undefined where something is written. */
function lineEndAt(text: string, at: number): number | undefined {
  const end = unitAt(text, at) === carriageReturn ? at + 1 : at;
  return unitAt(text, end) === newline ? end : undefined;
}
