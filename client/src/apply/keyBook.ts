import type { Aws } from '../aws/aws.ts';
import type { Answer } from '../aws/failure.ts';
import type { KeyFacts } from '../aws/keys.ts';

/** What KMS told of keys, each asked for once. */
export interface KeyBook {
  /** Never to be asked of `alias/aws/…`. */
  describe(reference: string, signal: AbortSignal | undefined): Promise<Answer<KeyFacts>>;
}

/** A book to be filled by asking. One for all buckets of a Region: fleets share keys. What was cancelled is asked again. */
export function openKeyBook(aws: Pick<Aws, 'describeKey'>): KeyBook {
  const asked = new Map<string, Promise<Answer<KeyFacts>>>();
  return {
    describe: (reference, signal) => {
      const known = asked.get(reference);
      if (known) return known;
      const answer = aws.describeKey(reference, signal);
      asked.set(reference, answer);
      void answer.then((told) => {
        if (!told.ok && told.failure.kind === 'cancelled') asked.delete(reference);
      });
      return answer;
    },
  };
}
