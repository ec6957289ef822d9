import { areSame, type Letters, meet } from './letters.ts';

/** A machine that reads a text from state 0. */
export interface Automaton {
  readonly states: readonly State[];
  /** The state in which a text that matches ends. */
  readonly end: number;
}

/** The ways out of a state, to others by their numbers. */
interface State {
  /** By reading nothing. */
  readonly passes: number[];
  /** By reading a letter. */
  readonly reads: { readonly letters: Letters; readonly to: number }[];
}

/** Adds a piece behind a state, and gives the state that it ends in. It leads back to no state that was there before. */
export type Piece = (builder: AutomatonBuilder, from: number) => number;

/** What takes more steps to build is no pattern of a name. */
const stepLimit = 4000;

/** Builds an automaton piece by piece. Each method takes the state that the piece begins in and gives the one it ends in. */
export class AutomatonBuilder {
  readonly #states: State[] = [{ passes: [], reads: [] }];
  #steps = 0;

  /** What begins with the same letters shares the states that read them: nothing else leads to them. */
  letter(from: number, letters: Letters): number {
    const reads = this.#states[from]?.reads ?? [];
    const known = reads.find((read) => areSame(read.letters, letters));
    if (known) return known.to;
    const to = this.#newState();
    reads.push({ letters, to });
    return to;
  }

  /** One of several pieces. */
  either(from: number, pieces: readonly Piece[]): number {
    const to = this.#newState();
    for (const piece of pieces) this.#pass(piece(this, from), to);
    return to;
  }

  /** A piece so many times over; `most` may be Infinity. */
  repeat(from: number, piece: Piece, least: number, most: number): number {
    let at = from;
    for (let count = 0; count < least; count++) at = this.#once(piece, at);
    if (most === Number.POSITIVE_INFINITY) return this.#endless(at, piece);
    const end = this.#newState();
    for (let count = least; count < most; count++) {
      this.#pass(at, end);
      at = this.#once(piece, at);
    }
    this.#pass(at, end);
    return end;
  }

  build(end: number): Automaton {
    return { states: this.#states, end };
  }

  #endless(from: number, piece: Piece): number {
    const loop = this.#newState();
    this.#pass(from, loop);
    this.#pass(piece(this, loop), loop);
    return loop;
  }

  #once(piece: Piece, from: number): number {
    this.#takeStep();
    return piece(this, from);
  }

  #newState(): number {
    this.#takeStep();
    return this.#states.push({ passes: [], reads: [] }) - 1;
  }

  #takeStep(): void {
    this.#steps += 1;
    if (this.#steps > stepLimit) throw new Error('no simple pattern: it takes too many steps');
  }

  #pass(from: number, to: number): void {
    this.#states[from]?.passes.push(to);
  }
}

/** True where some text is read to its end by both: where both can be in their ends at once. */
export function haveCommonText(a: Automaton, b: Automaton): boolean {
  const both = new Both(a, b);
  for (let pair = both.next(); pair !== undefined; pair = both.next()) {
    if (both.isEnd(pair)) return true;
    both.leave(pair);
  }
  return false;
}

/**
 * The pairs of states that two automata can be in together, each as one number. Loops that count: it is mostly run once, before
 * it is compiled, and an array's iterator takes twice as long then.
 */
class Both {
  readonly #a: Automaton;
  readonly #b: Automaton;
  readonly #width: number;
  readonly #reached = new Set([0]);
  readonly #open = [0];

  constructor(a: Automaton, b: Automaton) {
    this.#a = a;
    this.#b = b;
    this.#width = b.states.length;
  }

  next(): number | undefined {
    return this.#open.pop();
  }

  isEnd(pair: number): boolean {
    return pair === this.#pairOf(this.#a.end, this.#b.end);
  }

  /** Reaches all that a pair leads to. */
  leave(pair: number): void {
    const inB = pair % this.#width;
    const inA = (pair - inB) / this.#width;
    const own = this.#a.states[inA];
    const other = this.#b.states[inB];
    if (!own || !other) return;
    for (let i = 0; i < own.passes.length; i++) this.#reach(own.passes[i] ?? 0, inB);
    for (let i = 0; i < other.passes.length; i++) this.#reach(inA, other.passes[i] ?? 0);
    this.#read(own, other);
  }

  #read({ reads: own }: State, { reads: others }: State): void {
    for (let i = 0; i < own.length; i++) {
      for (let j = 0; j < others.length; j++) {
        const mine = own[i];
        const other = others[j];
        if (mine && other && meet(mine.letters, other.letters)) this.#reach(mine.to, other.to);
      }
    }
  }

  #reach(inA: number, inB: number): void {
    const pair = this.#pairOf(inA, inB);
    if (this.#reached.has(pair)) return;
    this.#reached.add(pair);
    this.#open.push(pair);
  }

  #pairOf(inA: number, inB: number): number {
    return inA * this.#width + inB;
  }
}
