/** The languages that a document can be written in. */
export type Language = 'json' | 'yaml';

/** The language of a file by its name, and by its first significant character where the name doesn't tell. */
export function languageOf(fileName: string, text: string): Language {
  if (/\.jsonc?$/i.test(fileName)) return 'json';
  if (/\.ya?ml$/i.test(fileName)) return 'yaml';
  return /^\uFEFF?\s*(?:\/[/*]|[{[])/.test(text) ? 'json' : 'yaml';
}
