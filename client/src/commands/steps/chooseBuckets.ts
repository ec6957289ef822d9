import { l10n, type QuickPickItem, window } from 'vscode';
import { openDoors } from '../../apply/doors.ts';
import type { Pace } from '../../apply/pace.ts';
import type { Aws } from '../../aws/aws.ts';
import type { Bucket } from '../../aws/bucketName.ts';
import { listBuckets } from './listBuckets.ts';
import { progressively } from './tell.ts';
import { translate } from './translate.ts';
import { typeText } from './words.ts';

interface BucketItem extends QuickPickItem {
  readonly bucket: Bucket;
}

/** Asks for several of the account's buckets; what is typed filters them by name, type, Region and what was read of them. */
export async function chooseBuckets(aws: Aws, pace: Pace): Promise<Bucket[] | undefined> {
  const isDetailed = await askWhetherToRead();
  if (isDetailed === undefined) return undefined;
  const buckets = await progressively(l10n.t('Listing buckets'), (signal) => listAll(aws, signal));
  if (!buckets) return undefined;
  const details = isDetailed ? await readDetails(aws, pace, buckets) : new Map<Bucket, string>();
  const items = buckets.map((bucket): BucketItem => {
    const detail = details.get(bucket);
    const description = [typeText(bucket.type), bucket.region].filter(Boolean).join(', ');
    return { label: bucket.name, description, bucket, ...(detail !== undefined && { detail }) };
  });
  const picked = await window.showQuickPick(items, {
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
    placeHolder: l10n.t('Apply to which buckets? Type to filter'),
  });
  if (picked?.length === 0) void window.showInformationMessage(l10n.t('No bucket was ticked. Nothing was sent.'));
  return picked && picked.length > 0 ? picked.map(({ bucket }) => bucket) : undefined;
}

async function askWhetherToRead(): Promise<boolean | undefined> {
  const plain = { label: l10n.t('Filter by name, type and Region'), description: l10n.t('as listed') };
  const read = {
    label: l10n.t('Filter by present encryption and tags too'),
    description: l10n.t('reads each bucket: two calls a bucket'),
  };
  const picked = await window.showQuickPick([plain, read], {
    placeHolder: l10n.t('How do you want to choose the buckets?'),
  });
  return picked && picked === read;
}

/** Undefined where the user leaves. */
async function listAll(aws: Aws, signal: AbortSignal): Promise<readonly Bucket[] | undefined> {
  const { buckets, gaps } = await listBuckets(aws, signal);
  if (signal.aborted) return undefined;
  for (const gap of gaps) void window.showErrorMessage(gap);
  return buckets;
}

/** The present encryption and the tags of each bucket, in words to filter by. */
function readDetails(aws: Aws, pace: Pace, buckets: readonly Bucket[]): Promise<Map<Bucket, string>> {
  const doorTo = openDoors(aws);
  const details = new Map<Bucket, string>();
  return progressively(l10n.t('Reading buckets'), async (signal, report) => {
    const work = async (bucket: Bucket) => {
      const door = await doorTo(bucket, signal);
      const text = door.ok ? await detailOf(door.value.aws, bucket, signal) : translate(door.failure.message);
      details.set(bucket, text);
      report(l10n.t('{0} of {1}', details.size, buckets.length));
    };
    await pace.forEach(buckets, work, () => signal.aborted);
    return details;
  });
}

async function detailOf(aws: Aws, { name, type }: Bucket, signal: AbortSignal): Promise<string> {
  const present = await aws.getEncryption(name, signal);
  if (!present.ok) return l10n.t('not readable: {0}', translate(present.failure.message));
  const encryption = present.value === 'none' ? {} : present.value;
  const tags = type === 'directory' ? undefined : await aws.bucketTags(name, signal);
  return [
    encryption.sseAlgorithm ?? l10n.t('no configuration'),
    encryption.kmsMasterKeyId,
    encryption.blockedEncryptionTypes && l10n.t('blocked: {0}', encryption.blockedEncryptionTypes.join(', ')),
    ...(tags?.ok ? Object.entries(tags.value).map(([key, value]) => `${key}=${value}`) : []),
  ]
    .filter(Boolean)
    .join(' · ');
}
