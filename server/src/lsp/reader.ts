import { type Document, sourceMayHoldConfiguration } from '../core/index.ts';
import { documentLanguage } from './documentLanguage.ts';
import type { ReportFailure } from './guard.ts';
import type { OpenDocument } from './openDocument.ts';

/** Reads a document as it is now; undefined where it certainly holds no configuration, or can't be read. */
export type Reader = (document: OpenDocument) => Document | undefined;

/** Whom a reader tells. */
export interface ReaderOptions {
  readonly onFailure: ReportFailure;
  /** Told of each text that is really read. */
  readonly onRead: (document: OpenDocument) => void;
}

/** A reader that reads each version of a text once. */
export function createReader(options: ReaderOptions): Reader {
  const readings = new WeakMap<OpenDocument, { readonly version: number; readonly document: Document | undefined }>();
  return (text) => {
    const last = readings.get(text);
    if (last?.version === text.version) return last.document;
    const document = read(text, options);
    readings.set(text, { version: text.version, document });
    return document;
  };
}

function read(text: OpenDocument, { onFailure, onRead }: ReaderOptions): Document | undefined {
  const language = sourceMayHoldConfiguration(text.source) ? documentLanguage(text) : undefined;
  if (!language) return undefined;
  try {
    onRead(text);
    return text.read(language);
  } catch (error) {
    onFailure(`reading ${text.uri}`, error);
    return undefined;
  }
}
