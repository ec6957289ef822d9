import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ReportFailure } from './guard.ts';
import type { Judge } from './judge.ts';
import type { SettingsStore } from './settings.ts';

/** What both ways of giving diagnostics rest on. */
export interface DiagnosticSources {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly settings: SettingsStore;
  readonly judge: Judge;
  readonly onFailure: ReportFailure;
}
