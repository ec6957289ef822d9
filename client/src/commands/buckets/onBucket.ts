import { env, l10n, type Uri, window } from 'vscode';
import { bucketArn } from '../../apply/audit/bucketArn.ts';
import { payloadText } from '../../apply/plan/payload.ts';
import type { Desired } from '../../apply/plan/request.ts';
import type { Aws } from '../../aws/aws.ts';
import type { CommandHost } from '../commandHost.ts';
import { chooseConfiguration, judgeAs } from '../steps/chooseConfiguration.ts';
import { placeOf } from '../steps/configurationPlace.ts';
import { planAndApply } from '../steps/planAndApply.ts';
import { tellFailure } from '../steps/tell.ts';
import { putBucketDocument } from './bucketDocuments.ts';
import { type BucketNode, isBucketNode } from './nodes.ts';
import { bucketTree } from './tree.ts';

/** Puts the ARN of a bucket of the view into the clipboard. */
export async function copyBucketArn(_: CommandHost, node: unknown): Promise<void> {
  if (!isBucketNode(node)) return;
  const { bucket, place } = node;
  const { account, principal } = place.identity ?? {};
  await env.clipboard.writeText(bucketArn(bucket, { account, principal, region: bucket.region ?? place.aws.region }));
}

/** Shows what a bucket has as a read-only document: the request that would give it. */
export async function openBucketConfiguration(host: CommandHost, node: unknown): Promise<void> {
  const uri = isBucketNode(node) ? await documentOf(host, node) : undefined;
  if (uri) await window.showTextDocument(uri, { preview: true });
}

/** Applies the configuration of the open document to a bucket of the view, like any change. */
export async function applyHere(host: CommandHost, node: unknown): Promise<void> {
  if (!isBucketNode(node)) return;
  const place = await placeOf(undefined);
  if (!place) {
    void window.showInformationMessage(l10n.t('Open the document with the configuration first.'));
    return;
  }
  const chosen = await chooseConfiguration(host, place);
  const desired = chosen && (await judgeAs(host, chosen, node.bucket.type));
  if (desired) await change(host, node, desired);
}

/**
 * Gives a bucket of the view SSE-S3, by a Put: what DeleteBucketEncryption does to a block on SSE-C is not known, and a Put
 * carries it over.
 */
export async function resetBucket(host: CommandHost, node: unknown): Promise<void> {
  const desired: Desired = { configuration: { sseAlgorithm: 'AES256', bucketKeyEnabled: false }, request: {} };
  if (isBucketNode(node)) await change(host, node, desired);
}

async function change(host: CommandHost, node: BucketNode, desired: Desired): Promise<void> {
  const aws = await doorTo(node);
  if (!aws) return;
  const onCarriedOut = () => void bucketTree(host).reread(node);
  await planAndApply(host, { aws, desired, bucket: node.bucket, onCarriedOut });
}

/** AWS as seen from the bucket's Region; tells why where there is no way. */
export async function doorTo({ place, bucket }: BucketNode): Promise<Aws | undefined> {
  const door = await place.doorTo(bucket, place.leaving.signal);
  return door.ok ? door.value.aws : tellFailure(door.failure);
}

async function documentOf(host: CommandHost, node: BucketNode): Promise<Uri | undefined> {
  const seen = await bucketTree(host).reread(node);
  if (seen.state !== 'read') {
    if (seen.state === 'unreadable') void window.showErrorMessage(seen.why);
    return undefined;
  }
  const { bucket, place } = node;
  const path = `/${place.aws.profile ?? 'default'}/${bucket.region ?? place.aws.region}/${bucket.name}.json`;
  return putBucketDocument(host, path, payloadText(bucket, seen.encryption));
}
