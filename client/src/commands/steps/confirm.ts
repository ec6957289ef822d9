import { window } from 'vscode';
import { isForLife } from '../../apply/checks/keyForLife.ts';
import type { Plan } from '../../apply/plan.ts';

/** Asks by the names of the account and the bucket; what can't be taken back, by having the name typed. */
export async function confirm(plan: Plan): Promise<boolean> {
  return (await isConfirmed(plan)) && (!isForLife(plan.checks) || (await isTyped(plan)));
}

async function isConfirmed({ target, request }: Plan): Promise<boolean> {
  const { bucket, account = 'not known', profile = 'default chain', region, host } = target;
  const apply = 'Apply';
  const detail = [
    `Account ${account}, profile ${profile}, Region ${region}, host ${host}.`,
    `New objects will be encrypted with ${request.configuration.sseAlgorithm}. Objects that are there stay as they are.`,
  ].join('\n');
  const question = `Change the default encryption of ${bucket.name} in account ${account}?`;
  return (await window.showWarningMessage(question, { modal: true, detail }, apply)) === apply;
}

async function isTyped({ target: { bucket } }: Plan): Promise<boolean> {
  const typed = await window.showInputBox({
    title: 'The first customer managed key of a directory bucket is its only one for ever',
    prompt: `Type the name of the bucket: ${bucket.name}`,
    ignoreFocusOut: true,
    validateInput: (text) => (text === bucket.name ? undefined : 'Not the name of the bucket'),
  });
  return typed === bucket.name;
}
