import type { Document, Language } from './document.ts';
import { readJson } from './json/readJson.ts';
import { readYaml } from './yaml/readYaml.ts';

/** Reads a text into its tree. Never throws: what can't be read is a fault of its section, and the rest stands. */
export function readDocument(text: string, language: Language): Document {
  return language === 'json' ? readJson(text) : readYaml(text);
}
