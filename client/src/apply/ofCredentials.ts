import type { Failure, FailureKind } from '../aws/failure.ts';

const kinds: ReadonlySet<FailureKind> = new Set(['no-credentials', 'expired-credentials', 'sso-login-due']);

/** True where it is the credentials that are of no use: whatever else is asked with them meets the same. */
export function isOfCredentials({ kind }: Failure): boolean {
  return kinds.has(kind);
}

/** True where whatever else is asked would meet the failure too, or the user has left: there is no use in going on. */
export function endsAll(failure: Failure): boolean {
  return isOfCredentials(failure) || failure.kind === 'cancelled';
}
