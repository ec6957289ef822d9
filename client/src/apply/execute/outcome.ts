import type { PresentEncryption } from '../../aws/encryption.ts';
import type { Failure } from '../../aws/failure.ts';
import type { Refusal } from '../plan/plan.ts';
import type { Found } from './readBack.ts';

/** How carrying out a plan ended. What was sent has a journal: the path of its file. */
export type Outcome = { readonly kind: 'no-change' } | { readonly kind: 'cancelled' } | RefusedOutcome | SentOutcome;

/** The record of what was sent. */
interface Written {
  readonly journal: string;
  /** Why the journal lacks its last lines, where the disk refused them. */
  readonly journalFault?: string;
}

/** Nothing was sent; or AWS refused it in passing, and it was not to be sent again: then there is a journal. */
export interface RefusedOutcome extends Partial<Written> {
  readonly kind: 'refused';
  readonly refusal: Refusal;
}

/** Something was sent. */
export type SentOutcome = (
  | { readonly kind: 'applied-and-verified'; readonly after: PresentEncryption; readonly requestId?: string }
  | NotVisible
  | { readonly kind: 'failed'; readonly failure: Failure }
  | Unknown
) &
  Written;

/** AWS took it, and reading does not show it, for as long as was waited. */
export interface NotVisible {
  readonly kind: 'applied-not-visible';
  readonly requestId?: string;
  /** What was read last; undefined where reading failed. */
  readonly after?: PresentEncryption;
  readonly readFailure?: Failure;
}

/**
 * It was sent, and no answer came. What the bucket showed then: the new configuration, still the old one (which a request
 * on its way may yet change), something else, or nothing that could be read.
 */
export interface Unknown {
  readonly kind: 'unknown';
  readonly failure: Failure;
  readonly found: Found;
  readonly after?: PresentEncryption;
  /** Why it could not be read. */
  readonly readFailure?: Failure;
}
