import { env, l10n, window } from 'vscode';
import { bucketArn } from '../aws/bucketArn.ts';
import type { CommandHost } from './commandHost.ts';
import { tellFailure } from './steps/tell.ts';
import { isBucketNode } from './view/nodes.ts';

/** Puts the ARN of a bucket of the view into the clipboard; where the account that belongs in it isn't known, tells why. */
export async function copyBucketArn(_: CommandHost, node: unknown): Promise<void> {
  if (!isBucketNode(node)) return;
  const { bucket, place } = node;
  const { aws, leaving } = place;
  const caller = await aws.callerIdentity(leaving.signal);
  if (!caller.ok && bucket.type === 'directory') return tellFailure(caller.failure);
  const { account, principal } = caller.ok ? caller.value : {};
  await env.clipboard.writeText(bucketArn(bucket, { account, principal, region: bucket.region ?? aws.region }));
  window.setStatusBarMessage(l10n.t('The ARN is in the clipboard.'), 5_000);
}
