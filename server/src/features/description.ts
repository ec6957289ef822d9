import type { Explanation } from '../core/index.ts';
import type { Say } from '../tongue/say.ts';
import { code, link, paragraphs } from './markdown.ts';

/** What AWS documents of a member or a value, with its page. */
export function describeInMarkdown(description: Explanation['description'], say: Say): string {
  const { what, values, byDefault, cost, otherAccounts, source } = description;
  const facts = [
    values.length > 0 && say('Values: {0}', values.map(code).join(', ')),
    byDefault && say('By default: {0}', say(byDefault)),
    cost && say('Cost: {0}', say(cost)),
    otherAccounts && say('Other accounts: {0}', say(otherAccounts)),
  ].filter((fact) => typeof fact === 'string' && fact !== '');
  return paragraphs(say(what), facts.map((fact) => `- ${fact}`).join('\n'), link(source.title, source.href));
}
