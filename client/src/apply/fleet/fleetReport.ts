import { asShown, markdownTable } from '../markdownTable.ts';
import { differences } from '../plan/differences.ts';
import { resultNames } from '../plan/document.ts';
import type { Target } from '../target.ts';
import type { FleetResult, FleetStatus } from './fleetResult.ts';
import type { FleetPlan } from './planFleet.ts';
import { requestFacts } from './requestFacts.ts';

const statuses: readonly FleetStatus[] = ['applied-and-verified', 'unchanged', 'refused', 'failed', 'not-started'];

/** How it ended, in words. */
export const statusWords: Readonly<Record<FleetStatus, string>> = {
  'applied-and-verified': 'applied and verified',
  unchanged: 'unchanged',
  refused: 'refused',
  failed: 'failed',
  'not-started': 'not started',
};

/** How many buckets ended how; every status is there. */
export function countsOf(results: readonly FleetResult[]): Readonly<Record<FleetStatus, number>> {
  const count = (status: FleetStatus) => results.filter((result) => result.status === status).length;
  return Object.fromEntries(statuses.map((status) => [status, count(status)])) as Record<FleetStatus, number>;
}

/** The plan as a Markdown document: what is sent and where, what changes, what was warned of, and what is left alone. */
export function describeFleetPlan({ changes, settled }: FleetPlan): string {
  const { common, own } = requestFacts(changes.map(({ plan }) => plan));
  const rows = changes.map(({ bucket, plan }, index) => [
    bucket.name,
    plan.target.account ?? '',
    plan.target.profile ?? 'default chain',
    plan.target.region,
    differences(plan).map(({ member, before = 'none', after = 'none' }) => `${member}: ${before} → ${after}`),
    own[index] ?? '',
    plan.checks
      .filter(({ result }) => result !== 'passed')
      .map(({ name, result, message }) => `${resultNames[result]}: ${name}: ${message}`),
  ]);
  const head = ['Bucket', 'Account', 'Profile', 'Region', 'What changes', 'Beside that in its request', 'Not passed'];
  const senders = new Set(changes.map(({ plan }) => senderText(plan.target)));
  return [
    `# ${changesTitle(changes.length)}`,
    ...[...senders].flatMap((sender) => ['', sender]),
    ...(common.length > 0 ? ['', 'In each request:', '', ...common.map((fact) => `- ${asShown(fact)}`)] : []),
    ...(rows.length > 0 ? markdownTable(head, rows) : ['']),
    ...(settled.length > 0 ? [`# ${restTitle(settled.length)}`, ...resultTable(settled)] : []),
  ].join('\n');
}

/** Below the title, which the box that asks covers. */
function senderText({ account, principal, profile }: Target): string {
  const [who, where] = [principal ?? 'not known', account ?? 'not known'];
  return `Principal \`${who}\`, account ${where}, profile ${asShown(profile ?? 'default chain')}`;
}

function changesTitle(count: number): string {
  if (count === 0) return 'No bucket will change';
  return count === 1 ? '1 bucket will change' : `${count} buckets will change`;
}

function restTitle(count: number): string {
  return count === 1 ? '1 bucket is left as it is' : `${count} buckets are left as they are`;
}

/** The report as a Markdown document, the buckets that need a look first. */
export function describeFleet(results: readonly FleetResult[]): string {
  const counts = countsOf(results);
  const inOrder: readonly FleetStatus[] = ['failed', 'refused', 'not-started', 'applied-and-verified', 'unchanged'];
  const sorted = inOrder.flatMap((status) => results.filter((result) => result.status === status));
  return [
    '# Encryption of buckets: what became of the change',
    ...statuses.map((status) => `- ${statusWords[status]}: ${counts[status]}`),
    '',
    ...resultTable(sorted),
  ].join('\n');
}

function resultTable(results: readonly FleetResult[]): string[] {
  const head = ['Bucket', 'Region', 'Result', 'Why', 'Code', 'Request id'];
  const rows = results.map(({ bucket, status, detail, code = '', requestId = '' }) => [
    bucket.name,
    bucket.region ?? '',
    statusWords[status],
    detail,
    code,
    requestId,
  ]);
  return markdownTable(head, rows);
}
