import { window } from 'vscode';
import { describePlan } from '../apply/document.ts';
import type { Desired } from '../apply/request.ts';
import type { Aws } from '../aws/aws.ts';
import type { Bucket } from '../aws/bucketName.ts';
import type { CommandHost } from './commandHost.ts';
import { carryOut } from './steps/carryOut.ts';
import { chooseAws } from './steps/chooseAws.ts';
import { chooseBucket } from './steps/chooseBucket.ts';
import { chooseConfiguration, judgeAs } from './steps/chooseConfiguration.ts';
import { confirm } from './steps/confirm.ts';
import { makePlan } from './steps/makePlan.ts';
import { PlanDocuments } from './steps/planDocuments.ts';

/**
 * Applies the configuration at the cursor to a bucket that the user chooses: nothing is sent that was not shown, and every
 * step before that can be left without a trace.
 */
export async function applyToBucket(host: CommandHost): Promise<void> {
  const editor = window.activeTextEditor;
  const chosen = editor && (await chooseConfiguration(host, editor));
  if (!chosen) return;
  const aws = await chooseAws(host);
  if (!aws) return;
  try {
    const there = await chooseBucket(aws, chosen.statedBucket);
    const desired = there && (await judgeAs(host, chosen, there.bucket.type));
    if (there && desired) await planAndApply(host, there.aws, desired, there.bucket);
  } finally {
    aws.close();
  }
}

async function planAndApply(host: CommandHost, aws: Aws, desired: Desired, bucket: Bucket): Promise<void> {
  const plan = await makePlan(aws, desired, bucket);
  if (!plan) return;
  planDocuments ??= host.keep(new PlanDocuments());
  await planDocuments.show(bucket.name, describePlan(plan));
  if (await confirm(plan)) await carryOut(host, aws, plan);
}

let planDocuments: PlanDocuments | undefined;
