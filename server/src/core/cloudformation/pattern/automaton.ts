import type { Letters } from './letters.ts';

/** A machine that reads a text from state 0: by a letter of a step's set, or by nothing where the set is undefined. */
export interface Automaton {
  /** The steps out of each state. */
  readonly steps: readonly (readonly Step[])[];
  /** The state in which a text that matches ends. */
  readonly end: number;
}

interface Step {
  readonly letters: Letters | undefined;
  readonly to: number;
}

/** Builds an automaton piece by piece. Each method takes the state that the piece begins in and gives the one it ends in. */
export class AutomatonBuilder {
  readonly #steps: Step[][] = [[]];

  letter(from: number, letters: Letters): number {
    const to = this.#newState();
    this.#steps[from]?.push({ letters, to });
    return to;
  }

  /** One of several pieces. */
  either(from: number, pieces: readonly Piece[]): number {
    const to = this.#newState();
    for (const piece of pieces) {
      const start = this.#newState();
      this.#pass(from, start);
      this.#pass(piece(this, start), to);
    }
    return to;
  }

  /** A piece so many times over; `most` may be Infinity. */
  repeat(from: number, piece: Piece, least: number, most: number): number {
    let at = from;
    for (let count = 0; count < least; count++) at = piece(this, at);
    if (most === Number.POSITIVE_INFINITY) return this.#endless(at, piece);
    const end = this.#newState();
    for (let count = least; count < most; count++) {
      this.#pass(at, end);
      at = piece(this, at);
    }
    this.#pass(at, end);
    return end;
  }

  build(end: number): Automaton {
    return { steps: this.#steps, end };
  }

  #endless(from: number, piece: Piece): number {
    const loop = this.#newState();
    this.#pass(from, loop);
    this.#pass(piece(this, loop), loop);
    const end = this.#newState();
    this.#pass(loop, end);
    return end;
  }

  #newState(): number {
    return this.#steps.push([]) - 1;
  }

  #pass(from: number, to: number): void {
    this.#steps[from]?.push({ letters: undefined, to });
  }
}

/** Adds a piece behind a state, and gives the state that it ends in. */
export type Piece = (builder: AutomatonBuilder, from: number) => number;

/** True where some text is read to its end by both. */
export function haveCommonText(a: Automaton, b: Automaton): boolean {
  const seen = new Set<number>();
  const width = b.steps.length;
  const open: [number, number][] = [[0, 0]];
  const visit = (inA: number, inB: number) => {
    const key = inA * width + inB;
    if (seen.has(key)) return;
    seen.add(key);
    open.push([inA, inB]);
  };
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [inA, inB] = pair;
    if (inA === a.end && inB === b.end) return true;
    for (const [nextA, nextB] of pairsFrom(a.steps[inA] ?? [], b.steps[inB] ?? [], inA, inB)) visit(nextA, nextB);
  }
  return false;
}

function* pairsFrom(
  stepsOfA: readonly Step[],
  stepsOfB: readonly Step[],
  inA: number,
  inB: number,
): Iterable<readonly [number, number]> {
  for (const { letters, to } of stepsOfB) if (letters === undefined) yield [inA, to];
  for (const step of stepsOfA) {
    if (step.letters === undefined) {
      yield [step.to, inB];
      continue;
    }
    for (const { letters, to } of stepsOfB) {
      if (letters !== undefined && (letters & step.letters) !== 0n) yield [step.to, to];
    }
  }
}
