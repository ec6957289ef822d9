import { env, l10n, window } from 'vscode';
import { bucketArn } from '../aws/bucketArn.ts';
import type { CommandHost } from './commandHost.ts';
import { callerOf } from './view/callerOf.ts';
import { isBucketNode } from './view/nodes.ts';

/** Puts the ARN of a bucket of the view into the clipboard. */
export async function copyBucketArn(_: CommandHost, node: unknown): Promise<void> {
  if (!isBucketNode(node)) return;
  const { bucket, place } = node;
  const { account, principal } = (await callerOf(place)) ?? {};
  await env.clipboard.writeText(bucketArn(bucket, { account, principal, region: bucket.region ?? place.aws.region }));
  window.setStatusBarMessage(l10n.t('The ARN is in the clipboard.'), 5_000);
}
