import { type Automaton, AutomatonBuilder, type Piece } from './automaton.ts';
import { allBut, digits, everyLetter, type Letters, letter, range, spaces, wordLetters } from './letters.ts';

/**
 * Makes an automaton of a regular expression that is matched whole: characters, classes, groups, alternatives and greedy
 * quantifiers. Throws for anything else, such as anchors and look-around.
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
    while (this.#at < this.#text.length && !/[|)]/.test(this.#here())) pieces.push(this.#quantified());
    return (builder, from) => pieces.reduce((at, piece) => piece(builder, at), from);
  }

  #quantified(): Piece {
    const piece = this.#atom();
    const bounds = this.#bounds();
    return bounds ? (builder, from) => builder.repeat(from, piece, bounds.least, bounds.most) : piece;
  }

  #bounds(): { least: number; most: number } | undefined {
    const [found, star, least, comma, most] = this.#match(/([*+?])|\{(\d+)(?:(,)(\d+)?)?\}/y);
    if (found === undefined) return undefined;
    if (star) return { least: star === '+' ? 1 : 0, most: star === '?' ? 1 : Number.POSITIVE_INFINITY };
    const upper = most === undefined ? Number.POSITIVE_INFINITY : Number(most);
    return { least: Number(least), most: comma ? upper : Number(least) };
  }

  #atom(): Piece {
    if (this.#match(/\((?:\?:)?(?!\?)/y)[0] !== undefined) {
      const piece = this.#alternatives();
      if (!this.#takes(')')) throw this.#error();
      return piece;
    }
    const letters = this.#takes('[') ? this.#class() : this.#single();
    return (builder, from) => builder.letter(from, letters);
  }

  #class(): Letters {
    const isNegated = this.#takes('^');
    let set: Letters = 0n;
    while (!this.#takes(']')) {
      const [found, from = '', to = ''] = this.#match(/([^\\\]])-([^\\\]])/y);
      set |= found === undefined ? this.#escapedOr(/[^\]]/y) : range(from, to);
    }
    return isNegated ? allBut(set) : set;
  }

  #single(): Letters {
    return this.#takes('.') ? everyLetter : this.#escapedOr(/[^*+?{}()^$|[\]]/y);
  }

  #escapedOr(plain: RegExp): Letters {
    const [, escaped] = this.#match(/\\([dws.\-/\\$^*+?{}()|[\]])/y);
    if (escaped !== undefined) return named.get(escaped) ?? letter(escaped);
    const [character] = this.#match(plain);
    if (character === undefined || character === '\\') throw this.#error();
    return letter(character);
  }

  #here(): string {
    return this.#text.charAt(this.#at);
  }

  #takes(character: string): boolean {
    if (this.#here() !== character) return false;
    this.#at += 1;
    return true;
  }

  #match(expression: RegExp): readonly (string | undefined)[] {
    expression.lastIndex = this.#at;
    const match = expression.exec(this.#text);
    if (match) this.#at = expression.lastIndex;
    return match ?? [];
  }

  #error(): Error {
    return new Error(`no simple pattern at ${this.#at}: ${this.#text}`);
  }
}

const named: ReadonlyMap<string, Letters> = new Map([
  ['d', digits],
  ['w', wordLetters],
  ['s', spaces],
]);
