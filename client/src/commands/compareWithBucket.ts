import { l10n, window } from 'vscode';
import { comparePlan, type Prepared } from '../apply/plan/prepare.ts';
import type { Desired } from '../apply/plan/request.ts';
import type { Aws } from '../aws/aws.ts';
import type { Bucket } from '../aws/bucketName.ts';
import type { CommandHost } from './commandHost.ts';
import { atChosenBucket } from './steps/atChosenBucket.ts';
import { chooseConfiguration, judgeAs } from './steps/chooseConfiguration.ts';
import { placeOf } from './steps/configurationPlace.ts';
import { showComparison } from './steps/showPlan.ts';
import { progressively, refusalText, tellFailure } from './steps/tell.ts';
import { comparing } from './steps/wording.ts';
import { awsOf } from './view/awsOf.ts';
import { isBucketNode } from './view/nodes.ts';

/**
 * Tells whether a configuration and a bucket are in step, and shows the difference where they aren't. The bucket is that of
 * the view, or the one that the document names. Nothing is changed.
 */
export async function compareWithBucket(host: CommandHost, argument?: unknown): Promise<void> {
  const place = await placeOf(argument);
  const chosen = place && (await chooseConfiguration(host, place, comparing));
  if (!chosen) return;
  if (isBucketNode(argument)) {
    const desired = await judgeAs(host, chosen, argument.bucket.type);
    const aws = desired && (await awsOf(argument));
    if (aws) await compare(host, aws, desired, argument.bucket);
    return;
  }
  const question = l10n.t('Compare with which bucket? Type to filter, or type a name');
  await atChosenBucket(host, chosen, question, ({ aws, desired, bucket }) => compare(host, aws, desired, bucket));
}

async function compare(host: CommandHost, aws: Aws, desired: Desired, bucket: Bucket): Promise<void> {
  const title = l10n.t('Reading {0}', bucket.name);
  const prepared = await progressively(title, (signal) => comparePlan(aws, desired, bucket, { signal }));
  if (!prepared.ok) return tellUncompared(prepared);
  if (prepared.plan.isNoChange) {
    void window.showInformationMessage(l10n.t('{0} is in step with this configuration.', bucket.name));
    return;
  }
  await showComparison(host, prepared.plan, l10n.t('{0}: bucket ↔ document', bucket.name));
}

/** Without a word of sending or overwriting, which nobody was about to do. */
async function tellUncompared(unprepared: Prepared & { ok: false }): Promise<void> {
  if ('failure' in unprepared) return tellFailure(unprepared.failure);
  const { refusal } = unprepared;
  if (refusal.failure) return tellFailure(refusal.failure);
  void window.showErrorMessage(refusalText(refusal, ''));
}
