import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { ReportFailure } from './guard.ts';
import type { Judge } from './judge.ts';
import type { OpenDocument } from './openDocument.ts';
import type { ProjectSettingsStore } from './projectSettings.ts';

/** What both ways of giving diagnostics rest on. */
export interface DiagnosticSources {
  readonly connection: Connection;
  readonly documents: TextDocuments<OpenDocument>;
  readonly settings: ProjectSettingsStore;
  readonly judge: Judge;
  readonly onFailure: ReportFailure;
}
