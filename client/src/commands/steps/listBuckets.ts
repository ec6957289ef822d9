import { l10n } from 'vscode';
import type { BucketType } from '../../../../server/src/protocol.ts';
import type { Aws } from '../../aws/aws.ts';
import type { Bucket } from '../../aws/bucketName.ts';
import { failureText } from './tell.ts';

/** The buckets of the types that can be listed, and in words why those of a type can't. */
export interface ListedBuckets {
  readonly buckets: readonly Bucket[];
  readonly gaps: readonly string[];
}

/** Lists the buckets of both types; of a type that can't be listed there is a gap, beside what came before it. */
export async function listBuckets(aws: Pick<Aws, 'listBuckets'>, signal: AbortSignal): Promise<ListedBuckets> {
  const buckets: Bucket[] = [];
  const gaps: string[] = [];
  for (const type of ['general-purpose', 'directory'] as const) {
    for await (const page of aws.listBuckets(type, signal)) {
      if (page.ok) buckets.push(...page.value);
      else gaps.push(`${unlistedText(type)}: ${failureText(page.failure)}`);
    }
  }
  return { buckets, gaps };
}

/** That those of a type are missing: a clause without a full stop. */
export function unlistedText(type: BucketType): string {
  return type === 'directory'
    ? l10n.t('directory buckets can’t be listed')
    : l10n.t('general purpose buckets can’t be listed');
}
