import { l10n } from 'vscode';

/** Why nothing comes of the configuration that a command is about. */
export const reasons = {
  none: l10n.t('There is no S3 default encryption in this document.'),
  outdated: l10n.t('The document has changed meanwhile. Try again.'),
  unsound: l10n.t('What is found in this configuration has to be mended first.'),
  depends: l10n.t(
    'This configuration depends on parameters or conditions of the template, so that it is not one alone.',
  ),
  elsewhere: l10n.t('The encryption of this bucket is not written in its place, so that no key can be put there.'),
} as const;
