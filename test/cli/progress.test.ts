import { describe, expect, it } from 'vitest';
import { startProgress } from '../../server/src/cli/progress.ts';

function setUp(isTTY: boolean) {
  const written: string[] = [];
  let now = 0;
  const progress = startProgress({ isTTY, write: (text: string) => written.push(text) }, () => now);
  return {
    written,
    clear: progress.clear,
    stepAt(time: number) {
      now = time;
      progress.step();
    },
  };
}

describe('startProgress', () => {
  it('says nothing in the first second', () => {
    const run = setUp(true);
    run.stepAt(0);
    run.stepAt(999);
    run.clear();
    expect(run.written).toEqual([]);
  });

  it('then tells how many files were checked, ten times a second at most', () => {
    const run = setUp(true);
    for (const time of [0, 1000, 1050, 1099, 1100]) run.stepAt(time);
    expect(run.written).toEqual(['\r\u001b[K2 files checked', '\r\u001b[K5 files checked']);
  });

  it('takes its line away, once', () => {
    const run = setUp(true);
    run.stepAt(1000);
    run.clear();
    run.clear();
    expect(run.written.slice(1)).toEqual(['\r\u001b[K']);
  });

  it('writes nothing to what is no terminal', () => {
    const run = setUp(false);
    run.stepAt(5000);
    run.clear();
    expect(run.written).toEqual([]);
  });
});
