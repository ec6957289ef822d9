import type { Language } from './document.ts';

/** The language of a file by its name, and by its first significant character where the name doesn't tell. */
export function languageOf(fileName: string, text: string): Language {
  if (/\.jsonc?$/i.test(fileName)) return 'json';
  if (/\.ya?ml$/i.test(fileName)) return 'yaml';
  return /^\uFEFF?\s*(?:\/[/*]|[{[])/.test(text) ? 'json' : 'yaml';
}
