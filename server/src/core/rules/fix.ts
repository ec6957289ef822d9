import type { Change } from '../syntax/edit/change.ts';

/** What can be done about a problem: a change of the model, which both writers can spell. */
export interface Fix {
  /** What it does, as an order: `Use aws:kms`, `Remove KMSMasterKeyID`. */
  readonly title: string;
  /**
   * True where it may be applied without asking: it changes no meaning that AWS had accepted, removes its finding and adds
   * none at error or warning level.
   */
  readonly safe: boolean;
  /** True for the one of several that is most likely meant. */
  readonly preferred?: boolean;
  /** True where it brings values to light that nobody has judged yet: it is safe only if those turn out to be right. */
  readonly uncovers?: boolean;
  readonly changes: readonly Change[];
}

/** Fixes are worked out when somebody asks for them, so that judging pays nothing. */
export type LazyFixes = () => readonly Fix[];
