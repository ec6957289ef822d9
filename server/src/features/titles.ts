import type { Say } from '../tongue/say.ts';

/** What the engine calls its fixes and refactorings; the first that a title is of counts. */
const titles = [
  '{0} (wherever {1} is used)',
  '{0} in place of the reference',
  'Suppress {0} for this resource',
  'Suppress {0} in this file',
  'Suppress {0} here',
  'Remove this one, which is void',
  'Remove this suppression',
  'Remove the white space',
  'Remove {0}',
  'Keep this one, and remove the one that counts',
  'Keep rule {0} alone',
  'Keep {0} alone',
  'Rename to {0}',
  'Move it into an item of {0}',
  'Move it into {0}',
  'Put it into a list',
  'Take it out of the list',
  'Quote it',
  'Block {0}',
  'Add a rule with {0}',
  'Add BucketEncryption with {0}',
  'Add {0}',
  "Use CloudFormation's form",
  "Use the API's form",
  'Use SSE-KMS with a new key of this template, {0}',
  'Use SSE-KMS with {0}',
  'Use {0}, and remove what belongs to the KMS key',
  'Use {0}',
].map((english) => ({ english, filledIn: new RegExp(`^${patternOf(english)}$`) }));

/** The title of a fix or a refactoring in the user's language. */
export function sayTitle(title: string, say: Say): string {
  for (const { english, filledIn } of titles) {
    const values = filledIn.exec(title)?.slice(1);
    if (!values) continue;
    // What stands before the remark on how far a fix reaches is a title itself.
    const [first = '', ...rest] = values;
    return english.startsWith('{0}') ? say(english, sayTitle(first, say), ...rest) : say(english, ...values);
  }
  return title;
}

function patternOf(english: string): string {
  return english.replace(/[.()]/g, '\\$&').replace(/\{\d\}/g, '(.+)');
}
