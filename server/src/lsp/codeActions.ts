import { type CodeAction, ExecuteCommandRequest, type WorkspaceEdit } from 'vscode-languageserver';
import { type Document, fixAll, type RuleId, ruleIds } from '../core/index.ts';
import { codeActionsAt, type FixAllData } from '../features/codeActions.ts';
import { difference, documentEdit, workspaceEdit } from '../features/edits.ts';
import { fixRuleCommand } from '../protocol.ts';
import { type Asked, answerAbout, type FeatureSources } from './featureSources.ts';
import { answer } from './guard.ts';

/** Answers `textDocument/codeAction`, `codeAction/resolve`, and the command that mends a rule's findings everywhere. */
export function serveCodeActions(sources: FeatureSources, resolvesLater: boolean): void {
  const { connection, judge, onFailure } = sources;

  connection.onCodeAction(({ textDocument: { uri }, range, context }, token) =>
    answerAbout(sources, { name: 'code actions', uri, token, nothing: [] }, (asked) => {
      const { text, document, settings } = asked;
      const { findings, diagnostics } = judge(text, settings);
      const shown = findings.flatMap((finding, index) => {
        const diagnostic = diagnostics[index];
        return diagnostic ? [{ finding, diagnostic }] : [];
      });
      const options = { shown, lint: settings, comments: takesComments(asked) };
      const actions = codeActionsAt(document, text, { range, only: context.only }, options);
      return resolvesLater ? actions : actions.map((action) => resolved(action, asked));
    }),
  );

  connection.onCodeActionResolve((action, token) => {
    const { uri, version } = action.data as FixAllData;
    return answerAbout(sources, { name: 'a code action', uri, token, nothing: action }, (asked) =>
      asked.text.version === version ? resolved(action, asked) : action,
    );
  });

  connection.onRequest(ExecuteCommandRequest.type, ({ command, arguments: [rule] = [] }, token) => {
    const work = async () => {
      if (command !== fixRuleCommand || !isRule(rule)) return null;
      await connection.workspace.applyEdit(await fixRule(sources, rule));
      return null;
    };
    return answer(work, { token, fallback: null, onFailure: (error) => onFailure(command, error) });
  });
}

function resolved(action: CodeAction, { text, document, settings }: Asked): CodeAction {
  const { data, ...rest } = action;
  if (!data) return action;
  const { rule } = data as FixAllData;
  return { ...rest, edit: workspaceEdit(text, mended(document, { ...settings, only: rule })) };
}

/** One edit over every open document that has something of the rule. */
async function fixRule(sources: FeatureSources, only: RuleId): Promise<WorkspaceEdit> {
  const { documents, settings, read } = sources;
  const changes = documents.all().map(async (text) => {
    const applying = await settings.of(text.uri);
    const document = read(text);
    const edits = document ? mended(document, { ...applying, only }) : [];
    return edits.length > 0 ? [documentEdit(text, edits)] : [];
  });
  return { documentChanges: (await Promise.all(changes)).flat() };
}

function mended(document: Document, options: Parameters<typeof fixAll>[1]) {
  return difference(document.text, fixAll(document, options).text);
}

/** VS Code's `json` has no comments, and CloudFormation takes none in a template of JSON. */
function takesComments({ text, document }: Asked): boolean {
  return document.language === 'yaml' || text.languageId === 'jsonc';
}

function isRule(value: unknown): value is RuleId {
  return (ruleIds as readonly unknown[]).includes(value);
}
