import { l10n, window } from 'vscode';
import { type Elsewhere, type Place, whereabouts } from '../../apply/whereabouts.ts';
import type { Aws } from '../../aws/aws.ts';
import { sentences } from './tell.ts';

/**
 * False, and told, where requests go to another server by now than the change did, or with another account's credentials:
 * there the name of a bucket may mean nothing, or another one.
 */
export async function isSamePlace(aws: Aws, place: Place): Promise<boolean> {
  const found = await whereabouts(aws, place);
  // An account that isn't known keeps the plan from being made, which tells why.
  if (found === 'same' || found === 'not-known') return true;
  void window.showErrorMessage(sentences(elsewhereText(found), l10n.t('Nothing was sent')));
  return false;
}

/** In what the place differs, and what to do: a clause without a full stop. */
export function elsewhereText({ differs, was, is }: Elsewhere): string {
  if (differs === 'account') {
    return l10n.t('The change was made as account {0}, and these credentials are account {1}’s', was, is);
  }
  return l10n.t(
    'The change was made at {0}, and requests go to {1} now: have s3Encryption.endpoint, or your AWS settings, name that server again',
    was,
    is,
  );
}
