import type { Rule, RuleDocs, Severity } from '../../server/src/core/index.ts';
import { ruleDocs } from '../../server/src/core/rules/docs.ts';
import { sources } from '../../server/src/core/s3/sources.ts';
import { dedent } from '../support/dedent.ts';

type Example = RuleDocs['bad'][number];

/** A rule's page, in Markdown. */
export function rulePage(rule: Rule): string {
  const { id } = rule;
  const docs = ruleDocs[id];
  return [
    `# ${id}`,
    docs.what,
    `**Severity:** ${severityText(rule)}  \n**Bucket types:** ${bucketTypesText(rule)}  \n**Documents:** ${dialectsText(rule)}`,
    '## Why',
    docs.why,
    '## What to do',
    docs.fix,
    '## Wrong',
    ...docs.bad.map(exampleText),
    '## Right',
    ...docs.good.map(exampleText),
    ...(rule.insteadOf ? ['## Instead of', insteadOfText(rule.insteadOf)] : []),
    ...(docs.sources.length > 0 ? ['## AWS says', sourcesText(docs.sources)] : []),
    '## Not wanted?',
    'Suppress it [at its place](../suppressions.md), or give it another severity in the [policy](../policy.md) or the settings.',
    '<!-- Generated from the rule: change it there, then run npm run docs. -->',
  ]
    .join('\n\n')
    .concat('\n');
}

/** What stands above the table in the index of the pages. */
export const indexIntroduction = `| Severity | Means |
|---|---|
| error | AWS refuses it, or the bucket takes no upload afterwards |
| warning | AWS accepts or ignores it, and it does not do what is most likely meant |
| information, hint | worth knowing |

Of a value that isn't known (a parameter without a Default, an import, a placeholder of another tool) nothing is said but that it is
there. In a template a finding that doesn't always hold says when it does; one that takes a combination of choices, which only
whoever deploys can make, is at most a warning. One fault gives one finding: the most specific rule speaks. How findings are
suppressed is told in [suppressions.md](../suppressions.md), how a project sets severities in [policy.md](../policy.md).`;

/** The table of all rules. `folder` is where their pages are, seen from the document that holds the table. */
export function rulesTable(rules: readonly Rule[], folder: string): string {
  const rows = rules.map(
    (rule) => `| [${rule.id}](${folder}${rule.id}.md) | ${severityText(rule)} | ${ruleDocs[rule.id].what} |`,
  );
  return ['| Rule | Severity | Reports |', '|---|---|---|', ...rows].join('\n');
}

function severityText({ severity, severityIn = {}, needsPolicy, isOff }: Rule): string {
  const places: Record<string, string> = {
    cloudformation: 'in templates',
    api: 'in requests',
    directory: 'on directory buckets',
    'general-purpose': 'on general purpose buckets',
  };
  const byOther = new Map<Severity, string[]>();
  for (const [place, other] of Object.entries(severityIn)) {
    byOther.set(other, [...(byOther.get(other) ?? []), places[place] ?? place]);
  }
  const condition = (needsPolicy && ', needs a policy') || (isOff && ', off by default') || '';
  const usual = `${severity}${condition}`;
  return [usual, ...[...byOther].map(([other, where]) => `${other} ${where.join(' and ')}`)].join('; ');
}

function bucketTypesText({ bucketTypes }: Rule): string {
  if (!bucketTypes || bucketTypes.length === 2) return 'general purpose and directory';
  return bucketTypes[0] === 'directory' ? 'directory' : 'general purpose';
}

function dialectsText({ dialects }: Rule): string {
  if (!dialects || dialects.length === 2) return 'requests and templates';
  return dialects[0] === 'api' ? 'requests' : 'templates';
}

function sourcesText(names: RuleDocs['sources']): string {
  return names.map((name) => `- [${sources[name].title}](${sources[name].href})`).join('\n');
}

function exampleText(example: Example): string {
  const { language, bucketType, policy, text } = dedent(example);
  const note = bucketType === 'directory' ? 'For a directory bucket:\n\n' : policyNote(policy);
  return `${note}\`\`\`${language}\n${text}\`\`\``;
}

function policyNote(policy: Example['policy']): string {
  return policy ? `Under the policy \`${JSON.stringify(policy)}\`:\n\n` : '';
}

function insteadOfText(ids: readonly string[]): string {
  const links = ids.map((id) => `[${id}](${id}.md)`).join(', ');
  return `One fault gives one finding. Where this rule speaks, these are silent about the same place: ${links}.`;
}
