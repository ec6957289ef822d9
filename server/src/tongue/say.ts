/**
 * Says an English text in the user's language. Its arguments stand as {0}, {1} in it, so that another language can have
 * another order.
 */
export type Say = (english: string, ...values: readonly (string | number)[]) => string;

/** English, as it is written in the source. */
export const sayEnglish: Say = (english, ...values) => filled(english, values);

/** Puts values in the places of {0}, {1}. */
export function filled(text: string, values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (place, index) => String(values[Number(index)] ?? place));
}
