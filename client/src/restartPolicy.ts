/** How often a server may end within a while before it is left alone, and how long that while is, in milliseconds. */
const most = 4;
const whileMs = 180_000;

/** Decides whether a server that ended by itself is started again. Knows no clock: the times are handed to it. */
export class RestartPolicy {
  readonly #ends: number[] = [];

  /** Takes note of an end at a time in milliseconds; true where the server is to be started again. */
  mayRestart(now: number): boolean {
    this.#ends.push(now);
    return this.count(now) <= most;
  }

  /** How often it ended in the last while. */
  count(now: number): number {
    return this.#ends.filter((end) => now - end < whileMs).length;
  }
}
