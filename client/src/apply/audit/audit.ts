import type { JudgedFinding } from '../../../../server/src/protocol.ts';
import type { Bucket } from '../../aws/bucketName.ts';
import type { PresentEncryption } from '../../aws/encryption.ts';
import { asShown, type Cell, markdownTable } from '../markdownTable.ts';

/** What an audit found of a bucket. */
export interface AuditedBucket {
  readonly bucket: Bucket;
  /** `not-read`: the audit was cancelled before. */
  readonly state: 'read' | 'unreadable' | 'not-read';
  /** The encryption in words, or why it could not be read. */
  readonly words: string;
  readonly encryption?: PresentEncryption;
  readonly findings: readonly JudgedFinding[];
}

/** Whose buckets were audited. */
export interface Audit {
  readonly profile: string | undefined;
  readonly account: string | undefined;
  /** What could not be listed, in words: those buckets are missing. */
  readonly gaps: readonly string[];
  readonly buckets: readonly AuditedBucket[];
}

const severities: readonly JudgedFinding['severity'][] = ['error', 'warning', 'information', 'hint'];

/** The audit as a Markdown document: every bucket, those with the gravest findings first. */
export function describeAudit({ profile, account, gaps, buckets }: Audit): string {
  const count = (state: AuditedBucket['state']) => buckets.filter((each) => each.state === state).length;
  const head = ['Bucket', 'Type', 'Region', 'Encryption', 'Findings'];
  const rows = buckets.toSorted((a, b) => rankOf(a) - rankOf(b)).map(rowOf);
  return [
    '# Default encryption of buckets',
    `- Account: ${account ?? 'not known'}, profile: ${asShown(profile ?? 'default chain')}`,
    `- ${buckets.length} buckets: ${count('read')} read, ${count('unreadable')} not readable, ${count('not-read')} not read`,
    ...gaps.map((gap) => `- Not listed: ${asShown(gap)}`),
    ...markdownTable(head, rows),
  ].join('\n');
}

function rowOf({ bucket, words, findings }: AuditedBucket): Cell[] {
  const told = findings.map(({ rule, severity, message }) => `${severity}: ${message} (${rule})`);
  return [bucket.name, bucket.type, bucket.region ?? '', words, told];
}

function rankOf({ state, findings }: AuditedBucket): number {
  if (state !== 'read') return severities.length;
  const ranks = findings.map(({ severity }) => severities.indexOf(severity));
  return Math.min(severities.length + 1, ...ranks);
}
