import type { RuleId } from '../rules/ruleIds.ts';
import { asMap } from '../syntax/access.ts';
import type { Document } from '../syntax/document.ts';
import type { Change } from '../syntax/edit/change.ts';
import { pageOf } from '../syntax/edit/page.ts';
import { spellBlock, spellFlow } from '../syntax/edit/spell.ts';
import { spellChanges } from '../syntax/edit/spellChanges.ts';
import type { MapNode } from '../syntax/node.ts';
import type { TextEdit } from '../syntax/textEdit.ts';

/** The edits of a project's policy that turn a rule off. Undefined for a text that can't be read as a policy. */
export function suppressInPolicy(policy: Document, rule: RuleId): TextEdit[] | undefined {
  const [root] = policy.roots;
  if (root === undefined || (root.kind === 'scalar' && root.text === '')) return fill(policy, rule);
  const map = asMap(root);
  return map && spellChanges(policy, [changeOf(map, rule)]);
}

/** What holds nothing, or comments alone. */
function fill(policy: Document, rule: RuleId): TextEdit[] {
  const page = pageOf(policy);
  const value = { severities: { [rule]: 'off' } };
  const spelled = page.language === 'yaml' ? spellBlock(value, page, '') : spellFlow(value, page, '');
  const end = policy.text.length;
  const isLineOpen = policy.text !== '' && !policy.text.endsWith('\n');
  return [{ start: end, end, newText: (isLineOpen ? page.eol : '') + spelled + page.eol }];
}

function changeOf(policy: MapNode, rule: RuleId): Change {
  const severities = policy.entries.find(({ key }) => key.text === 'severities')?.value;
  if (!severities) return { kind: 'insert', into: policy, name: 'severities', value: { [rule]: 'off' }, order: [] };
  const map = asMap(severities);
  if (!map) return { kind: 'set', node: severities, value: { [rule]: 'off' } };
  const own = map.entries.findLast(({ key }) => key.text === rule)?.value;
  if (own) return { kind: 'set', node: own, value: 'off' };
  return { kind: 'insert', into: map, name: rule, value: 'off', order: [] };
}
