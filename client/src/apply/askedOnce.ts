import type { Answer } from '../aws/failure.ts';

/** Asks until there is an answer, and gives that from then on. */
export function askedOnce<T>(
  ask: (signal?: AbortSignal) => Promise<Answer<T>>,
): (signal?: AbortSignal) => Promise<Answer<T>> {
  let asked: Promise<Answer<T>> | undefined;
  return async (signal) => {
    asked ??= ask(signal);
    const answer = await asked;
    if (!answer.ok) asked = undefined;
    return answer;
  };
}
