import { createHash } from 'node:crypto';

/**
 * What a finding is known by from one report to the next, 32 hexadecimal digits: the same for as long as it is about the same
 * value of the same file, wherever its line moves to. Loaded with the first need, for Node's cryptography takes
 * three of the fifty milliseconds of a check.
 */
export function fingerprint(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}
