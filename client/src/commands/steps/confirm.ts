import { window } from 'vscode';
import type { Plan } from '../../apply/plan.ts';

/** Lets the user look at the differences for as long as he likes, then asks by the names of the account and the bucket. */
export async function confirm(plan: Plan): Promise<boolean> {
  return (await isReviewed(plan)) && (await isConfirmed(plan));
}

/** Not modal: the differences can be scrolled meanwhile. */
async function isReviewed({ target }: Plan): Promise<boolean> {
  const goOn = { label: '$(arrow-right) Apply these changes…', description: 'asks once more' };
  const leave = { label: '$(close) Leave the bucket as it is' };
  const options = { title: `What will change in ${target.bucket.name} is shown below`, ignoreFocusOut: true };
  return (await window.showQuickPick([goOn, leave], options)) === goOn;
}

async function isConfirmed({ target, request }: Plan): Promise<boolean> {
  const { bucket, account = 'not known', region, host } = target;
  const apply = 'Apply';
  const detail = [
    `Account ${account}, Region ${region}, host ${host}.`,
    `New objects will be encrypted with ${request.configuration.sseAlgorithm}. Objects that are there stay as they are.`,
  ].join('\n');
  const question = `Change the default encryption of ${bucket.name} in account ${account}?`;
  return (await window.showWarningMessage(question, { modal: true, detail }, apply)) === apply;
}
