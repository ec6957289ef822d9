import { l10n } from 'vscode';
import { type Tongue, tongueOf } from '../../../../server/src/protocol.ts';

let tongue: Tongue | undefined;

/** Says in the user's language what was put together in English where the editor isn't known; AWS's own words stay. */
export function translate(message: string): string {
  tongue ??= tongueOf(l10n.bundle);
  return tongue.translate(message);
}
