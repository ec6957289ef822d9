import type { OperationName } from './operations.ts';

/** What goes wrong with a call. Whole numbers of milliseconds. */
export type FaultEffect =
  /** An error in place of the answer, before anything is looked at. */
  | { readonly kind: 'refuse'; readonly status: number; readonly code: string; readonly message?: string }
  /** The connection is reset, before the call took effect or after it. */
  | { readonly kind: 'reset'; readonly when: When }
  /** No answer for this long, then the connection is closed without one. */
  | { readonly kind: 'silence'; readonly milliseconds: number; readonly when: When }
  /** The right answer, this much later. */
  | { readonly kind: 'latency'; readonly milliseconds: number }
  /** The change is made, and the next readings of the bucket's encryption show what was there before. */
  | { readonly kind: 'stale-reads'; readonly reads: number }
  /** The service's clock is this much ahead of its real one, or behind. */
  | { readonly kind: 'skew'; readonly milliseconds: number };

type When = 'before-change' | 'after-change';

/** A fault and the calls it is for: the nth one of this operation, on this bucket, since the fault was added. */
export interface Fault {
  readonly operation: OperationName;
  /** All buckets, and calls without one, where this is left out. */
  readonly bucket?: string;
  /** From 1, which it is where it is left out. */
  readonly nth?: number;
  /** How many calls in a row it is for: 1 where this is left out. */
  readonly times?: number;
  readonly effect: FaultEffect;
}

/** The faults of a sandbox. Which call meets which is a matter of counting alone. */
export class Faults {
  readonly #faults: { readonly fault: Fault; calls: number }[] = [];

  constructor(faults: readonly Fault[] = []) {
    this.add(...faults);
  }

  /** Adds faults; each begins to count now. */
  add(...faults: readonly Fault[]): void {
    this.#faults.push(...faults.map((fault) => ({ fault, calls: 0 })));
  }

  /** From here on nothing goes wrong. */
  clear(): void {
    this.#faults.length = 0;
  }

  /** Counts a call, and says what goes wrong with it, in the order in which the faults were added. */
  take(operation: OperationName, bucket: string | undefined): FaultEffect[] {
    const met: FaultEffect[] = [];
    for (const entry of this.#faults) {
      const { nth = 1, times = 1, effect, ...of } = entry.fault;
      if (of.operation !== operation || (of.bucket !== undefined && of.bucket !== bucket)) continue;
      entry.calls += 1;
      if (entry.calls >= nth && entry.calls < nth + times) met.push(effect);
    }
    return met;
  }
}

/** How far these put the service's clock ahead, in milliseconds. */
export function skewOf(effects: readonly FaultEffect[]): number {
  return effects.reduce((sum, effect) => (effect.kind === 'skew' ? sum + effect.milliseconds : sum), 0);
}
