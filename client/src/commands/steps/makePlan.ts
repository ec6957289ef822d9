import { window } from 'vscode';
import type { Plan } from '../../apply/plan.ts';
import { preparePlan } from '../../apply/prepare.ts';
import type { Desired } from '../../apply/request.ts';
import type { Aws } from '../../aws/aws.ts';
import type { Bucket } from '../../aws/bucketName.ts';
import { progressively, sentences, tellFailure } from './tell.ts';

/** Reads what the bucket has and plans the change; undefined where there is nothing to do, or it can't be planned. */
export async function makePlan(aws: Aws, desired: Desired, bucket: Bucket): Promise<Plan | undefined> {
  const prepared = await progressively(`Reading ${bucket.name}`, (signal) => preparePlan(aws, desired, bucket, signal));
  if (!prepared.ok) {
    if ('failure' in prepared) return tellFailure(prepared.failure);
    const { message, advice } = prepared.refusal;
    await window.showErrorMessage(sentences(message, advice));
    return undefined;
  }
  if (!prepared.plan.isNoChange) return prepared.plan;
  await window.showInformationMessage(`${bucket.name} already has this configuration. Nothing was sent.`);
  return undefined;
}
