import type { Failure } from '../aws/failure.ts';

/** How many things go on at once. */
export interface PaceOptions {
  /** The most at once; 16 where it is left out. */
  readonly most?: number;
  /** Milliseconds since any fixed point; Node's clock where it is left out. */
  readonly clock?: () => number;
}

/** One slow-down counts for so many milliseconds: a burst of refusals is one sign, not many. */
const calm = 1_000;

/**
 * Bounds how many things go on at once, and adapts: half as many where AWS asks for fewer, and slowly more again with
 * everything that ends well.
 */
export class Pace {
  readonly #most: number;
  readonly #clock: () => number;
  readonly #waiting: (() => void)[] = [];
  #allowed: number;
  #running = 0;
  #slowedAt = Number.NEGATIVE_INFINITY;

  constructor({ most = 16, clock = () => performance.now() }: PaceOptions = {}) {
    this.#most = most;
    this.#allowed = most;
    this.#clock = clock;
  }

  /** How many may go on at once just now. */
  get allowed(): number {
    return Math.floor(this.#allowed);
  }

  /** Takes note of a failure of any kind: one kind says that AWS asks for fewer requests. */
  heed({ kind }: Pick<Failure, 'kind'>): void {
    if (kind !== 'throttled') return;
    if (this.#clock() - this.#slowedAt < calm) return;
    this.#slowedAt = this.#clock();
    this.#allowed = Math.max(1, this.#allowed / 2);
  }

  /** Does the work for each item, in order, as many at once as are allowed; begins none any more once it is stopped. */
  async forEach<T>(items: readonly T[], work: (item: T) => Promise<void>, isStopped: () => boolean): Promise<void> {
    const begun: Promise<void>[] = [];
    for (const item of items) {
      await this.#turn();
      if (isStopped()) break;
      this.#running += 1;
      begun.push(work(item).finally(() => this.#leave()));
    }
    await Promise.all(begun);
  }

  async #turn(): Promise<void> {
    while (this.#running >= this.allowed) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #leave(): void {
    this.#running -= 1;
    this.#allowed = Math.min(this.#most, this.#allowed + 1 / this.#allowed);
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
