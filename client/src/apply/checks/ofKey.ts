import type { KeyFacts } from '../../aws/keys.ts';
import type { Check, Checker, CheckName, CheckSubject } from './check.ts';
import { customerKey } from './keyName.ts';

type Found = Omit<Check, 'name'> | undefined;

/** A check of what KMS tells of the customer's key. Silent where there is none, or where KMS does not know it. */
export function ofKey(
  name: CheckName,
  look: (key: KeyFacts, subject: CheckSubject, reference: string) => Found | Promise<Found>,
): Checker {
  return async (subject) => {
    const reference = customerKey(subject.request);
    if (reference === undefined) return undefined;
    const answer = await subject.keys.describe(reference, subject.signal);
    if (!answer.ok && answer.failure.code === 'NotFoundException') return undefined;
    if (!answer.ok) return { name, result: 'not-checked', message: 'KMS did not tell' };
    const found = await look(answer.value, subject, reference);
    return found && { name, ...found };
  };
}
