import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RuleId } from '../core/index.ts';

/** The pages of the rules, as they are shipped: the server's bundle carries none of their text. */
export interface RulePages {
  /** The file URI of a rule's page; undefined where it isn't there. */
  href(rule: RuleId): string | undefined;
  /** What the rule reports: the sentence below its page's title. */
  summary(rule: RuleId): string | undefined;
}

/** The pages in a folder, `<rule id>.md` each. The folder is looked at once; one that can't be read has no pages. */
export function rulePagesIn(folder: string): RulePages {
  // Made once: a file's URI takes longer than the rest of a diagnostic.
  const base = pathToFileURL(`${folder}/`).href;
  const hrefs = new Map(filesIn(folder).map((file) => [file, base + file]));
  const summaries = new Map<RuleId, string | undefined>();
  return {
    href: (rule) => hrefs.get(`${rule}.md`),
    summary(rule) {
      if (!summaries.has(rule)) summaries.set(rule, summaryIn(join(folder, `${rule}.md`)));
      return summaries.get(rule);
    },
  };
}

function summaryIn(file: string): string | undefined {
  try {
    return /^# .*\n+(.+)/.exec(readFileSync(file, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
