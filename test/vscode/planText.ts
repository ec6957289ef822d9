import * as vscode from 'vscode';
import type { Check } from '../../client/src/apply/checks/check.ts';

/** The text of the plan that is shown, the side of what will be; undefined where none is. */
export function shownPlan(): string | undefined {
  const shown = vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .map(({ input }) => (input instanceof vscode.TabInputTextDiff ? String(input.modified) : ''))
    .find((uri) => uri.endsWith('/will-be.yaml'));
  return vscode.workspace.textDocuments.find(({ uri }) => String(uri) === shown)?.getText();
}

/** What a plan says of a check, as `result: message`; undefined where it doesn't speak of it. */
export function checkIn(plan: string, name: Check['name']): string | undefined {
  const line = new RegExp(`^# (passed|warning|FAILED|not checked) +${name.padEnd(20)} (.*)$`, 'm').exec(plan);
  return line ? `${line[1]?.toLowerCase().replace(' ', '-')}: ${line[2]}` : undefined;
}
