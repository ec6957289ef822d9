import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Texts } from '../tongue/translate.ts';

/** Gives the texts of a locale (`de`, `de-AT`); undefined where none are shipped for it. */
export type TextsFor = (locale: string | undefined) => Texts | undefined;

/** The texts in a folder, `bundle.l10n.<locale>.json` each: read once, with the first client of that locale. */
export function shippedTextsIn(folder: string): TextsFor {
  return (locale = '') => {
    if (!/^[a-z]{2,3}(?:-[a-z]+)?$/i.test(locale)) return undefined;
    const lower = locale.toLowerCase();
    return textsIn(folder, lower) ?? textsIn(folder, lower.split('-')[0] ?? lower);
  };
}

function textsIn(folder: string, locale: string): Texts | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, `bundle.l10n.${locale}.json`), 'utf8'));
  } catch {
    return undefined;
  }
}
