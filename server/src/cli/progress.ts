import { counted } from './plural.ts';

/** Tells on a terminal how far a long run has come, in a line that is gone in the end. */
export interface Progress {
  /** To be called for every file. */
  step(): void;
  /** Takes the line away; to be called before anything else is written. */
  clear(): void;
}

/** What progress is written to: standard error. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

const firstAfter = 1000;
const nextAfter = 100;
const clearLine = '\r\u001b[K';

/** Starts the clock, which counts milliseconds. Nothing is written in the first second, and never to what is no terminal. */
export function startProgress(stream: ProgressStream, clock = () => performance.now()): Progress {
  if (!stream.isTTY) return { step() {}, clear() {} };
  let files = 0;
  let due = clock() + firstAfter;
  let shown = false;
  return {
    step() {
      files += 1;
      const now = clock();
      if (now < due) return;
      due = now + nextAfter;
      shown = true;
      stream.write(`${clearLine}${counted(files, 'file')} checked`);
    },
    clear() {
      if (shown) stream.write(clearLine);
      shown = false;
    },
  };
}
