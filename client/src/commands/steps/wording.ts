import { l10n } from 'vscode';

/** What a command tells of the configuration that it is to do something with. */
export interface Wording {
  /** Why nothing comes of a configuration stands below it. */
  readonly isBlocked: string;
  /** What the rules warn of stands below it. */
  readonly isWarned: string;
  /** What comes of going on. */
  readonly goesOn: string;
}

/** Of what applies a configuration. */
export const applying: Wording = {
  isBlocked: l10n.t('This configuration can’t be applied'),
  isWarned: l10n.t('Worth a look before this is applied'),
  goesOn: l10n.t('the differences are shown before anything is sent'),
};

/** Of what compares it with a bucket. */
export const comparing: Wording = {
  isBlocked: l10n.t('This configuration can’t be compared with a bucket'),
  isWarned: l10n.t('Worth a look before this is compared with a bucket'),
  goesOn: l10n.t('nothing is changed'),
};

/** Of what writes a runbook of it. */
export const handingOver: Wording = {
  isBlocked: l10n.t('This configuration can’t be handed over'),
  isWarned: l10n.t('Worth a look before this is handed over'),
  goesOn: l10n.t('a runbook is written, and nothing is sent'),
};
