import { beforeAll, expect, it } from 'vitest';
import { buildFleetProgram } from './fleetProgram.ts';
import { killAfter, requestsOfWholeRun } from './kills.ts';

/** How many kills; the whole hundred with KILLS=100. */
const kills = Number(process.env.KILLS ?? 4);

let program: string;
let whole: number;

beforeAll(async () => {
  program = await buildFleetProgram();
  whole = await requestsOfWholeRun(program);
}, 60_000);

it(
  'a kill at any point leaves what was there on disk, and every state can be told right',
  async () => {
    const rows = [];
    for (let kill = 1; kill <= kills; kill++) {
      rows.push(await killAfter(program, Math.round((whole * kill) / (kills + 1))));
    }
    if (process.env.KILLS) console.table(rows);
    expect(rows.filter(({ changed, onDisk }) => onDisk !== changed)).toEqual([]);
    expect(rows.filter(({ unfinished, toldRight }) => toldRight !== unfinished)).toEqual([]);
    expect(rows.filter(({ lies }) => lies > 0)).toEqual([]);
    expect(rows.some(({ unfinished }) => unfinished > 0)).toBe(true);
  },
  60_000 + kills * 10_000,
);
