import type { CancellationToken, WorkspaceEdit } from 'vscode-languageserver';
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
  /** An edit of documents as the client takes it. */
  readonly spellEdit: (edit: WorkspaceEdit) => WorkspaceEdit;
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
export function answerAbout<T>(sources: FeatureSources, question: Question<T>, work: (asked: Asked) => T): Promise<T> {
  return answerOn(sources, question, (text, settings) => {
    const document = text && sources.read(text);
    return text && document ? work({ text, document, settings }) : question.nothing;
  });
}

/** Why there is no answer about what a client shows: it holds no configuration, or isn't that any more. */
export interface NoAnswer {
  readonly state: 'none' | 'outdated';
}

/** Answers requests about the very version of a document that the client shows; `name` is what one is called where it fails. */
export function answerShown<P extends { readonly uri: string; readonly version: number }, T>(
  sources: FeatureSources,
  name: string,
  work: (asked: Asked, params: P) => T,
): (params: P, token: CancellationToken) => Promise<T | NoAnswer> {
  const nothing: T | NoAnswer = { state: 'none' };
  return (params, token) =>
    answerOn(sources, { name, uri: params.uri, token, nothing }, (text, settings) => {
      if (text?.version !== params.version) return { state: 'outdated' };
      const document = sources.read(text);
      return document ? work({ text, document, settings }, params) : nothing;
    });
}

/** By the settings as they are, of the document as it is with them: undefined where it isn't open. */
function answerOn<T>(
  { documents, settings, onFailure }: FeatureSources,
  { name, uri, token, nothing }: Question<T>,
  work: (text: OpenDocument | undefined, settings: ProjectSettings) => T,
): Promise<T> {
  const about = async (): Promise<T> => {
    const applying = await settings.of(uri);
    throwIfCancelled(token);
    return work(documents.get(uri), applying);
  };
  return answer(about, { token, fallback: nothing, onFailure: (error) => onFailure(`${name} in ${uri}`, error) });
}
