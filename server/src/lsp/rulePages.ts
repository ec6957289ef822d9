import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RuleId } from '../core/index.ts';

/** The file URI of a rule's page, or undefined for a rule whose page isn't there. */
export type RulePages = (rule: RuleId) => string | undefined;

/** The pages in a folder, `<rule id>.md` each. The folder is looked at once; one that can't be read has no pages. */
export function rulePagesIn(folder: string): RulePages {
  const shipped = new Set(filesIn(folder));
  return (rule) => {
    const file = `${rule}.md`;
    return shipped.has(file) ? pathToFileURL(join(folder, file)).href : undefined;
  };
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
