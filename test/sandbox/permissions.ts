import { Refusal } from './answers.ts';
import type { Principal } from './state.ts';

/**
 * Passes where the principal may take an action of S3.
 * @throws {Refusal} AccessDenied, which names the action as S3 does within one account
 */
export function demand(principal: Principal, action: string, resource: string): void {
  if (!principal.denied.includes(action)) return;
  throw new Refusal(403, 'AccessDenied', denial(principal, action, resource));
}

/** The sentence by which AWS says that a principal lacks a permission. */
export function denial({ arn }: Principal, action: string, resource: string): string {
  return `User: ${arn} is not authorized to perform: ${action} on resource: "${resource}" because no identity-based policy allows the ${action} action`;
}
