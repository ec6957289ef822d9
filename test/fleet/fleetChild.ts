import { executeFleet } from '../../client/src/apply/fleet/executeFleet.ts';
import { countsOf } from '../../client/src/apply/fleet/fleetReport.ts';
import { planFleet } from '../../client/src/apply/fleet/planFleet.ts';
import { journalIn } from '../../client/src/apply/journal/journal.ts';
import { Pace } from '../../client/src/apply/pace.ts';
import { openAws } from '../../client/src/aws/aws.ts';

/** What a run over many buckets is told, by its parent. */
export interface FleetOrder {
  readonly endpoint: string;
  readonly folder: string;
  readonly buckets: readonly string[];
  readonly answerMs: number;
}

/** What it tells in the end. */
export interface FleetReport {
  readonly counts: Readonly<Record<string, number>>;
  readonly planMs: number;
  readonly applyMs: number;
  /** The most memory that the process had, in bytes. */
  readonly peakBytes: number;
}

/** Applies aws:kms to the buckets of the order, by the code of the command, and reports to the parent. */
async function applyToMany({ endpoint, folder, buckets, answerMs }: FleetOrder): Promise<FleetReport> {
  const pace = new Pace();
  const aws = await openAws({
    profile: 'dev',
    region: 'us-east-1',
    endpoint,
    userAgent: ['s3-encryption', '0.0.0'],
    timeouts: { connectMs: 5_000, answerMs },
    onRetry: ({ failure }) => pace.heed(failure),
  });
  const began = performance.now();
  const plan = await planFleet({
    aws,
    buckets: buckets.map((name) => ({ name, type: 'general-purpose', region: 'us-east-1' })),
    desiredFor: () => ({ configuration: { sseAlgorithm: 'aws:kms' }, request: {} }),
    pace,
  });
  const planned = performance.now();
  const results = await executeFleet(plan, { journal: journalIn(folder), pace });
  const ended = performance.now();
  aws.close();
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  return { counts: countsOf(results), planMs: planned - began, applyMs: ended - planned, peakBytes };
}

process.once('message', (order: FleetOrder) => {
  applyToMany(order).then(
    (report) => process.send?.(report, () => process.disconnect()),
    (error: Error) => {
      process.stderr.write(`${error.stack}\n`);
      process.exitCode = 1;
      process.disconnect();
    },
  );
});
