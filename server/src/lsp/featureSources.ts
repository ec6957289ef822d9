import type { CancellationToken } from 'vscode-languageserver';
import type { Document } from '../core/index.ts';
import type { Say } from '../tongue/say.ts';
import type { DiagnosticSources } from './diagnosticSources.ts';
import { answer, throwIfCancelled } from './guard.ts';
import type { OpenDocument } from './openDocument.ts';
import type { ProjectSettings } from './projectSettings.ts';
import type { Reader } from './reader.ts';
import type { RulePages } from './rulePages.ts';
import type { WorkspaceKeys } from './workspaceKeys.ts';

/** What the features rest on beside what diagnostics do. */
export interface FeatureSources extends DiagnosticSources {
  readonly read: Reader;
  readonly pages: RulePages;
  /** Keys that files name which aren't open. */
  readonly keys: WorkspaceKeys;
  readonly say: Say;
  readonly translate: (message: string) => string;
}

/** An open document that may hold a configuration, and the settings that apply to it. */
export interface Asked {
  readonly text: OpenDocument;
  readonly document: Document;
  readonly settings: ProjectSettings;
}

/** One request about a document: what it is called where it fails, and its answer where there is nothing to say. */
export interface Question<T> {
  readonly name: string;
  readonly uri: string;
  readonly token: CancellationToken;
  readonly nothing: T;
}

/** Answers a question about a document as it is now; one that isn't open, or holds no configuration, has no answer. */
export function answerAbout<T>(
  { documents, settings, read, onFailure }: FeatureSources,
  { name, uri, token, nothing }: Question<T>,
  work: (asked: Asked) => T,
): Promise<T> {
  const about = async (): Promise<T> => {
    const applying = await settings.of(uri);
    throwIfCancelled(token);
    const text = documents.get(uri);
    const document = text && read(text);
    return text && document ? work({ text, document, settings: applying }) : nothing;
  };
  return answer(about, { token, fallback: nothing, onFailure: (error) => onFailure(`${name} in ${uri}`, error) });
}
