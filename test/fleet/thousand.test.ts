import { beforeAll, expect, it } from 'vitest';
import { ceilingOf } from './ceiling.ts';
import { buildFleetProgram } from './fleetProgram.ts';
import {
  answersAfter,
  expiryAfter,
  type FleetMeasure,
  measureCallsAlone,
  measureFleet,
  tenthFaults,
} from './thousand.ts';

/** How many buckets; the whole thousand with BUCKETS=1000. */
const buckets = Number(process.env.BUCKETS ?? 80);

let program: string;

beforeAll(async () => {
  program = await buildFleetProgram();
}, 60_000);

const sum = ({ counts }: FleetMeasure) => Object.values(counts).reduce((all, count) => all + count, 0);

/** What was measured, where somebody asked for it. */
function show(what: string, measured: FleetMeasure): void {
  if (process.env.BUCKETS) console.log(what, JSON.stringify(measured));
}

function showCeiling(callsASecond: number): void {
  console.log('readings a second that the sandbox answers over plain HTTP, 16 in flight', callsASecond);
}

const limit = 120_000;

it(
  'makes no more calls than those that plan, checks and change are made of',
  async () => {
    const alone = await measureCallsAlone(await buildFleetProgram('callsAlone'), buckets);
    if (process.env.BUCKETS) console.log('the same calls by the same SDK, and nothing else', JSON.stringify(alone));
    const { calls } = await measureFleet(program, buckets, []);
    // Who calls is asked once.
    expect(calls).toBe(alone.calls + 1);
  },
  limit,
);

it(
  'without faults every bucket is applied and verified',
  async () => {
    const measured = await measureFleet(program, buckets, []);
    show('no faults', measured);
    if (process.env.BUCKETS) showCeiling(Math.round(await ceilingOf(5000, 16)));
    expect(measured.counts['applied-and-verified']).toBe(buckets);
    expect(measured.changed).toBe(buckets);
  },
  limit,
);

it(
  'answers that take 30 ms, as from a Region far away, change nothing but the time',
  async () => {
    const faults = answersAfter(30);
    const alone = await measureCallsAlone(await buildFleetProgram('callsAlone'), buckets, faults);
    if (process.env.BUCKETS) console.log('the calls alone, with 30 ms an answer', JSON.stringify(alone));
    const measured = await measureFleet(program, buckets, faults);
    show('30 ms an answer', measured);
    expect(measured.calls).toBe(alone.calls + 1);
    expect(measured.counts['applied-and-verified']).toBe(buckets);
  },
  limit,
);

it(
  'with a fault for every tenth bucket, every bucket is accounted for, and what is said to be applied is',
  async () => {
    const faults = tenthFaults(buckets);
    const measured = await measureFleet(program, buckets, faults);
    show(`${faults.length} faults`, measured);
    expect(sum(measured)).toBe(buckets);
    expect(measured.counts['applied-and-verified']).toBeGreaterThanOrEqual(buckets - faults.length);
    expect(measured.changed).toBe(measured.counts['applied-and-verified']);
    expect(measured.counts['not-started']).toBe(0);
  },
  limit,
);

it(
  'with a token that expires half-way, the rest is not started',
  async () => {
    const measured = await measureFleet(program, buckets, expiryAfter(buckets / 2));
    show('expired half-way', measured);
    expect(sum(measured)).toBe(buckets);
    expect(measured.changed).toBe(buckets / 2 - 1);
    expect(measured.counts['applied-and-verified']).toBe(measured.changed);
    expect(measured.counts['not-started']).toBeGreaterThan(0);
  },
  limit,
);
