import type { Document } from '../../server/src/core/index.ts';

const comments = {
  json: /\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g,
  yaml: /(?<=^|\s)#[^\r\n]*/g,
};

/** What looks like a comment, in no order; also what does in a text, which no fix should lose either. */
export function commentsOf({ text, language }: Document): string {
  return (text.match(comments[language]) ?? [])
    .map((comment) => comment.trim())
    .sort()
    .join('\n');
}
