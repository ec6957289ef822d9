import type { SyntaxKind } from 'jsonc-parser';

/** The scanner's kinds of token. Its own names for them are a const enum, which modules that are built one by one can't import. */
export const token = {
  openBrace: 1 as SyntaxKind.OpenBraceToken,
  closeBrace: 2 as SyntaxKind.CloseBraceToken,
  openBracket: 3 as SyntaxKind.OpenBracketToken,
  closeBracket: 4 as SyntaxKind.CloseBracketToken,
  comma: 5 as SyntaxKind.CommaToken,
  colon: 6 as SyntaxKind.ColonToken,
  null: 7 as SyntaxKind.NullKeyword,
  string: 10 as SyntaxKind.StringLiteral,
  number: 11 as SyntaxKind.NumericLiteral,
  lineComment: 12 as SyntaxKind.LineCommentTrivia,
  blockComment: 13 as SyntaxKind.BlockCommentTrivia,
  unknown: 16 as SyntaxKind.Unknown,
  end: 17 as SyntaxKind.EOF,
} as const;

/** True for null, true, false, a string and a number. */
export function isLiteral(kind: SyntaxKind): boolean {
  return kind >= token.null && kind <= token.number;
}
