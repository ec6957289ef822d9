import type { Desired } from '../../apply/plan/request.ts';
import type { CommandHost } from '../commandHost.ts';
import { planAndApply } from '../steps/planAndApply.ts';
import { awsOf } from './awsOf.ts';
import type { BucketNode } from './nodes.ts';

/** Changes a bucket of the view, like any change. */
export async function changeBucket(host: CommandHost, node: BucketNode, desired: Desired): Promise<void> {
  const aws = await awsOf(node);
  if (!aws) return;
  await planAndApply(host, { aws, desired, bucket: node.bucket });
}
