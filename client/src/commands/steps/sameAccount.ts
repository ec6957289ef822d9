import { l10n, window } from 'vscode';
import type { Aws } from '../../aws/aws.ts';

/**
 * False, and told, where the profile's credentials are another account's by now: there the name of a bucket may mean nothing,
 * or another one.
 */
export async function isSameAccount(aws: Aws, account: string | undefined): Promise<boolean> {
  const caller = await aws.callerIdentity();
  const now = caller.ok ? caller.value.account : undefined;
  if (account === undefined || now === undefined || now === account) return true;
  const message = l10n.t(
    'The change was made as account {0}, and these credentials are account {1}’s. Nothing was sent.',
    account,
    now,
  );
  void window.showErrorMessage(message);
  return false;
}
