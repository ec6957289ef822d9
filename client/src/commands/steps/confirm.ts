import { l10n, window } from 'vscode';
import { isForLife } from '../../apply/checks/keyForLife.ts';
import type { Plan } from '../../apply/plan/plan.ts';

/** Asks by the names of the account and the bucket; what can't be taken back, by having the name typed. */
export async function confirm(plan: Plan): Promise<boolean> {
  return (await isConfirmed(plan)) && (!isForLife(plan.checks) || (await isTyped(plan)));
}

async function isConfirmed({ target, request }: Plan): Promise<boolean> {
  const { bucket, region, host } = target;
  const { account = l10n.t('not known'), principal = l10n.t('not known'), profile = l10n.t('default chain') } = target;
  const apply = l10n.t('Apply');
  const detail = [
    l10n.t('Account {0}, profile {1}, Region {2}, host {3}.', account, profile, region, host),
    l10n.t('Principal {0}.', principal),
    l10n.t(
      'New objects will be encrypted with {0}. Objects that are there stay as they are.',
      request.configuration.sseAlgorithm ?? '',
    ),
  ].join('\n');
  const question = l10n.t('Change the default encryption of {0} in account {1}?', bucket.name, account);
  return (await window.showWarningMessage(question, { modal: true, detail }, apply)) === apply;
}

async function isTyped({ target: { bucket } }: Plan): Promise<boolean> {
  const typed = await window.showInputBox({
    title: l10n.t('The first customer managed key of a directory bucket is its only one for ever'),
    prompt: l10n.t('Type the name of the bucket: {0}', bucket.name),
    ignoreFocusOut: true,
    validateInput: (text) => (text === bucket.name ? undefined : l10n.t('Not the name of the bucket')),
  });
  return typed === bucket.name;
}
