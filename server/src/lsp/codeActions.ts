import { type CodeAction, ExecuteCommandRequest } from 'vscode-languageserver';
import { fixAll, isRuleId } from '../core/index.ts';
import { codeActionsAt, type FixAllData } from '../features/codeActions.ts';
import { workspaceEdit } from '../features/edits.ts';
import { fixRuleCommand, suppressInPolicyCommand } from '../protocol.ts';
import type { ClientAbilities } from './clientAbilities.ts';
import { type Asked, answerAbout, type FeatureSources } from './featureSources.ts';
import { fixRule } from './fixRule.ts';
import { answer } from './guard.ts';
import { turnOffInPolicy } from './suppressInPolicy.ts';

/** Answers `textDocument/codeAction`, `codeAction/resolve`, and the commands that reach into other files. */
export function serveCodeActions(
  sources: FeatureSources,
  { resolvesCodeActions, appliesToBucket, createsFiles }: ClientAbilities,
): void {
  const { connection, judge, onFailure, spellEdit, say } = sources;
  const spelt = (action: CodeAction) => (action.edit ? { ...action, edit: spellEdit(action.edit) } : action);

  connection.onCodeAction(({ textDocument: { uri }, range, context }, token) =>
    answerAbout(sources, { name: 'code actions', uri, token, nothing: [] }, (asked) => {
      const { text, document, settings } = asked;
      if (settings.isIgnored) return [];
      const { findings, diagnostics } = judge(text, settings);
      const shown = findings.flatMap((finding, index) => {
        const diagnostic = diagnostics[index];
        return diagnostic ? [{ finding, diagnostic }] : [];
      });
      const policy = sources.settings.policyPlaceFor(uri);
      const options = {
        shown,
        lint: settings,
        tryEdit: text.tryEdit(document.language),
        comments: takesComments(asked),
        hasCommands: appliesToBucket,
        hasPolicy: policy !== undefined && (policy.isThere || createsFiles),
      };
      const question = { range, only: context.only };
      const actions = codeActionsAt(document, text, question, { ...options, say });
      return (resolvesCodeActions ? actions : actions.map((action) => resolved(action, asked))).map(spelt);
    }),
  );

  connection.onCodeActionResolve((action, token) => {
    const data = action.data as FixAllData | undefined;
    // A client that resolves asks for whatever has no edit: what runs a command as well.
    if (!data) return action;
    const { uri, version } = data;
    return answerAbout(sources, { name: 'a code action', uri, token, nothing: action }, (asked) =>
      asked.text.version === version ? spelt(resolved(action, asked)) : action,
    );
  });

  connection.onRequest(ExecuteCommandRequest.type, ({ command, arguments: given = [] }, token) => {
    const work = async () => {
      await carryOut(sources, command, given);
      return null;
    };
    return answer(work, { token, fallback: null, onFailure: (error) => onFailure(command, error) });
  });
}

async function carryOut(sources: FeatureSources, command: string, [first, second]: readonly unknown[]): Promise<void> {
  if (command === fixRuleCommand && isRuleId(first)) await fixRule(sources, first);
  if (command === suppressInPolicyCommand && typeof first === 'string' && isRuleId(second))
    await turnOffInPolicy(sources, first, second);
}

function resolved(action: CodeAction, { text, document, settings }: Asked): CodeAction {
  const { data, ...rest } = action;
  if (!data) return action;
  const { rule } = data as FixAllData;
  const tryEdit = text.tryEdit(document.language);
  return { ...rest, edit: workspaceEdit(text, fixAll(document, { ...settings, tryEdit, only: rule }).edits) };
}

/** VS Code's `json` has no comments, and CloudFormation takes none in a template of JSON. */
function takesComments({ text, document }: Asked): boolean {
  return document.language === 'yaml' || text.languageId === 'jsonc';
}
