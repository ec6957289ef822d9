import type { Aws } from '../../aws/aws.ts';
import type { Bucket } from '../../aws/bucketName.ts';
import type { Failure } from '../../aws/failure.ts';

/** Lists the buckets of both types; of a type that can't be listed there is the failure, beside what came before it. */
export async function listBuckets(
  aws: Pick<Aws, 'listBuckets'>,
  signal: AbortSignal,
): Promise<{ readonly buckets: readonly Bucket[]; readonly failures: readonly Failure[] }> {
  const buckets: Bucket[] = [];
  const failures: Failure[] = [];
  for (const type of ['general-purpose', 'directory'] as const) {
    for await (const page of aws.listBuckets(type, signal)) {
      if (page.ok) buckets.push(...page.value);
      else failures.push(page.failure);
    }
  }
  return { buckets, failures };
}
