import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { Aws } from '../../aws/aws.ts';
import type { Bucket } from '../../aws/bucketName.ts';
import { type BucketRow, bucketRows, type ListedRow } from './bucketRows.ts';
import { unlistedText } from './listBuckets.ts';
import { failureText, progressively, tellFailure } from './tell.ts';
import { typeText } from './words.ts';

/** A bucket, and AWS as seen from its Region. */
export interface ChosenBucket {
  readonly bucket: Bucket;
  readonly aws: Aws;
}

/** Asks for a bucket in these words: one of the account's, listed while the user types, or any by its name. */
export async function chooseBucket(
  aws: Aws,
  stated: string | undefined,
  question: string,
): Promise<ChosenBucket | undefined> {
  const bucket = await pickBucket(aws, stated, question);
  return bucket && inItsRegion(aws, bucket);
}

interface BucketItem extends QuickPickItem {
  readonly bucket?: Bucket | undefined;
}

function pickBucket(aws: Aws, stated: string | undefined, question: string): Promise<Bucket | undefined> {
  const picker = window.createQuickPick<BucketItem>();
  const leaving = new AbortController();
  picker.placeholder = question;
  picker.matchOnDescription = true;
  picker.value = stated ?? '';
  const listed: ListedRow[] = [];
  const show = () => {
    picker.items = bucketRows(picker.value, listed).map(itemOf);
  };
  picker.onDidChangeValue(show);
  show();
  picker.show();
  picker.busy = true;
  void listBoth(aws, leaving.signal, (rows) => {
    listed.push(...rows);
    show();
  }).then(() => {
    if (!leaving.signal.aborted) picker.busy = false;
  });
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      const [selected] = picker.selectedItems;
      if (selected?.bucket) resolve(selected.bucket);
      if (selected?.bucket) picker.hide();
    });
    picker.onDidHide(() => {
      leaving.abort();
      resolve(undefined);
      picker.dispose();
    });
  });
}

/** Lists both types at once; one that can't be listed says so, for a name can still be typed. */
async function listBoth(aws: Aws, signal: AbortSignal, take: (rows: ListedRow[]) => void): Promise<void> {
  const list = async (type: Bucket['type']) => {
    for await (const page of aws.listBuckets(type, signal)) {
      if (signal.aborted) return;
      if (page.ok) take(page.value.map((bucket) => ({ kind: 'listed', bucket })));
      else take([{ kind: 'unlisted', type, failure: page.failure }]);
    }
  };
  await Promise.all([list('general-purpose'), list('directory')]);
}

function itemOf(row: BucketRow): BucketItem {
  if (row.kind === 'hidden') return { label: '', kind: QuickPickItemKind.Separator, bucket: row.bucket };
  if (row.kind === 'unlisted') {
    return { label: `$(warning) ${unlistedText(row.type)}`, detail: failureText(row.failure), alwaysShow: true };
  }
  const { bucket } = row;
  if (row.kind === 'typed') {
    return {
      label: bucket.name,
      description: l10n.t('{0}, as typed', typeText(bucket.type)),
      alwaysShow: true,
      bucket,
    };
  }
  return { label: bucket.name, description: [typeText(bucket.type), bucket.region].filter(Boolean).join(', '), bucket };
}

/** A bucket is asked in its own Region. */
async function inItsRegion(aws: Aws, bucket: Bucket): Promise<ChosenBucket | undefined> {
  if (bucket.region !== undefined) return from(aws, bucket, bucket.region);
  const answer = await progressively(l10n.t('Looking for the bucket'), (signal) =>
    aws.bucketRegion(bucket.name, signal),
  );
  if (!answer.ok) return tellFailure(answer.failure);
  return (await isRegionFine(aws, bucket, answer.value)) ? from(aws, bucket, answer.value) : undefined;
}

/** Asked only where the user named the bucket, and not its Region: a listing shows both. */
async function isRegionFine(aws: Aws, { name }: Bucket, region: string): Promise<boolean> {
  if (region === aws.region) return true;
  const goOn = l10n.t('Go On in {0}', region);
  return (await window.showErrorMessage(l10n.t('{0} is in {1}, not in {2}.', name, region, aws.region), goOn)) === goOn;
}

async function from(aws: Aws, bucket: Bucket, region: string): Promise<ChosenBucket> {
  return { bucket: { ...bucket, region }, aws: region === aws.region ? aws : await aws.inRegion(region) };
}
