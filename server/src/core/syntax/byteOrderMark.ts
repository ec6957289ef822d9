/** Where the content of a text begins: behind its byte order mark, if it has one. */
export function contentStart(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}
