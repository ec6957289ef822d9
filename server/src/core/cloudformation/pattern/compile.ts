import { type Automaton, AutomatonBuilder, type Piece } from './automaton.ts';
import {
  allBut,
  digits,
  either,
  everyLetter,
  type Letters,
  letter,
  noLetter,
  range,
  spaces,
  wordLetters,
} from './letters.ts';

/**
 * Makes an automaton of a regular expression that is matched whole: characters, classes, groups, alternatives and greedy
 * quantifiers. Anchors say nothing new then; with one amid the text, more is read than matches. Throws for anything else, such
 * as look-around, and for what Java and JavaScript read in two ways.
 */
export function compile(pattern: string): Automaton {
  const parser = new Parser(pattern);
  const builder = new AutomatonBuilder();
  return builder.build(parser.whole()(builder, 0));
}

class Parser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): Piece {
    const piece = this.#alternatives();
    if (this.#at < this.#text.length) throw this.#error();
    return piece;
  }

  #alternatives(): Piece {
    const pieces = [this.#sequence()];
    while (this.#takes('|')) pieces.push(this.#sequence());
    const [only] = pieces;
    return pieces.length === 1 && only ? only : (builder, from) => builder.either(from, pieces);
  }

  #sequence(): Piece {
    const pieces: Piece[] = [];
    while (this.#at < this.#text.length && this.#here() !== '|' && this.#here() !== ')')
      pieces.push(this.#quantified());
    return (builder, from) => pieces.reduce((at, piece) => piece(builder, at), from);
  }

  #quantified(): Piece {
    const piece = this.#atom();
    const bounds = this.#bounds();
    return bounds ? (builder, from) => builder.repeat(from, piece, bounds.least, bounds.most) : piece;
  }

  #bounds(): { least: number; most: number } | undefined {
    if (this.#takes('*')) return { least: 0, most: Number.POSITIVE_INFINITY };
    if (this.#takes('+')) return { least: 1, most: Number.POSITIVE_INFINITY };
    if (this.#takes('?')) return { least: 0, most: 1 };
    if (!this.#takes('{')) return undefined;
    const least = this.#number();
    const hasMost = this.#takes(',');
    const most = !hasMost ? least : this.#here() === '}' ? Number.POSITIVE_INFINITY : this.#number();
    if (!this.#takes('}')) throw this.#error();
    return { least, most };
  }

  #number(): number {
    const start = this.#at;
    while (this.#here() >= '0' && this.#here() <= '9') this.#at += 1;
    if (this.#at === start) throw this.#error();
    return Number(this.#text.slice(start, this.#at));
  }

  #atom(): Piece {
    if (this.#takes('(')) return this.#group();
    if (this.#takes('^') || this.#takes('$')) return (_, from) => from;
    const letters = this.#takes('[') ? this.#class() : this.#single();
    return (builder, from) => builder.letter(from, letters);
  }

  #group(): Piece {
    if (this.#takes('?') && !this.#takes(':')) throw this.#error();
    const piece = this.#alternatives();
    if (!this.#takes(')')) throw this.#error();
    return piece;
  }

  #class(): Letters {
    const isNegated = this.#takes('^');
    if (!isNegated && this.#here() === ']') throw this.#error();
    let set = noLetter;
    while (!this.#takes(']')) set = either(set, this.#member());
    return isNegated ? allBut(set) : set;
  }

  /** A letter of a class, or all from one to another. */
  #member(): Letters {
    const [from = '', next, to = ''] = this.#text.slice(this.#at, this.#at + 3);
    const isRange = from !== '\\' && next === '-' && to !== ']';
    if (isRange ? to === '\\' || to === '[' || to === '' : from === '&' && next === '&') throw this.#error();
    if (isRange) {
      this.#at += 3;
      return range(from, to);
    }
    const letters = this.#letter('[]');
    if (from === '\\' && !named.has(next ?? '') && this.#isAtRange()) throw this.#error();
    return letters;
  }

  /** True at a hyphen that a class doesn't end with. */
  #isAtRange(): boolean {
    return this.#here() === '-' && this.#text.charAt(this.#at + 1) !== ']';
  }

  #single(): Letters {
    return this.#takes('.') ? everyLetter : this.#letter('*+?{}()|[]');
  }

  /** The next character, if it isn't one of these, or the one behind a backslash. */
  #letter(excluded: string): Letters {
    const isEscaped = this.#takes('\\');
    const character = this.#here();
    if (character === '' || (isEscaped ? !escapable.includes(character) : excluded.includes(character)))
      throw this.#error();
    this.#at += 1;
    return (isEscaped && named.get(character)) || letter(character);
  }

  #here(): string {
    return this.#text.charAt(this.#at);
  }

  #takes(character: string): boolean {
    if (this.#here() !== character) return false;
    this.#at += 1;
    return true;
  }

  #error(): Error {
    return new Error(`no simple pattern at ${this.#at}: ${this.#text}`);
  }
}

/** What may stand behind a backslash. */
const escapable = 'dwsDWS.-/\\$^*+?{}()|[]';

const named: ReadonlyMap<string, Letters> = new Map([
  ['d', digits],
  ['w', wordLetters],
  ['s', spaces],
  ['D', allBut(digits)],
  ['W', allBut(wordLetters)],
  ['S', allBut(spaces)],
]);
