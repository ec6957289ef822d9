import { commands, l10n } from 'vscode';
import { type Audit, type AuditedBucket, describeAudit } from '../apply/audit/audit.ts';
import { openDoors } from '../apply/doors.ts';
import { Pace } from '../apply/pace.ts';
import type { Aws } from '../aws/aws.ts';
import type { Bucket } from '../aws/bucketName.ts';
import type { CommandHost } from './commandHost.ts';
import { chooseAws } from './steps/chooseAws.ts';
import { listBuckets } from './steps/listBuckets.ts';
import { offerToSave } from './steps/saveAudit.ts';
import { failureText, progressively } from './steps/tell.ts';
import { openText } from './steps/textDocuments.ts';
import { isPlaceNode } from './view/nodes.ts';
import { readBucket } from './view/readBucket.ts';

/** Reads all buckets of a profile, and shows a table of what each has and what the rules say of it. Changes nothing. */
export async function auditBuckets(host: CommandHost, argument?: unknown): Promise<void> {
  const pace = new Pace();
  if (isPlaceNode(argument)) return auditAs(host, argument.aws, pace);
  const aws = await chooseAws(host, pace);
  if (!aws) return;
  try {
    await auditAs(host, aws, pace);
  } finally {
    aws.close();
  }
}

async function auditAs(host: CommandHost, aws: Aws, pace: Pace): Promise<void> {
  const audit = await progressively(l10n.t('Auditing buckets'), (signal, report) =>
    read(host, aws, { pace, signal, report }),
  );
  const uri = openText(host, 'Audit.md', describeAudit(audit));
  await commands.executeCommand('markdown.showPreview', uri);
  await offerToSave(host, audit);
}

interface Reading {
  readonly pace: Pace;
  readonly signal: AbortSignal;
  readonly report: (message: string) => void;
}

async function read(host: CommandHost, aws: Aws, { pace, signal, report }: Reading): Promise<Audit> {
  const caller = await aws.callerIdentity(signal);
  const { buckets, gaps } = await listBuckets(aws, signal);
  const doorTo = openDoors(aws);
  const audited = new Map<Bucket, AuditedBucket>();
  const work = async (bucket: Bucket) => {
    const door = await doorTo(bucket, signal);
    audited.set(
      bucket,
      door.ok ? await auditOne(host, door.value.aws, bucket, signal) : unreadable(bucket, failureText(door.failure)),
    );
    report(l10n.t('{0} of {1}', audited.size, buckets.length));
  };
  await pace.forEach(buckets, work, () => signal.aborted);
  return {
    profile: aws.profile,
    account: caller.ok ? caller.value.account : undefined,
    gaps,
    buckets: buckets.map((bucket) => audited.get(bucket) ?? notRead(bucket)),
  };
}

async function auditOne(host: CommandHost, aws: Aws, bucket: Bucket, signal: AbortSignal): Promise<AuditedBucket> {
  const seen = await readBucket(host, aws, bucket, signal);
  if (signal.aborted && seen.state === 'unreadable') return notRead(bucket);
  return seen.state === 'unreadable' ? unreadable(bucket, seen.why) : { bucket, ...seen };
}

function unreadable(bucket: Bucket, words: string): AuditedBucket {
  return { bucket, state: 'unreadable', words, findings: [] };
}

function notRead(bucket: Bucket): AuditedBucket {
  return { bucket, state: 'not-read', words: '', findings: [] };
}
