import type { DocumentLink, Location } from 'vscode-languageserver';
import { type Document, definitionAt, type Node, type RuleId, referencesAt, ruleIds } from '../core/index.ts';
import { rangeOf } from './ranges.ts';
import type { Text } from './text.ts';

/** Where what an offset names is declared. */
export function definitionOf(document: Document, text: Text, offset: number): Location | null {
  const declared = definitionAt(document, offset);
  return declared ? locationOf(declared, text) : null;
}

/** Everywhere that names the same. */
export function referencesOf(document: Document, text: Text, offset: number, withDeclaration: boolean): Location[] {
  return referencesAt(document, offset, withDeclaration).map((node) => locationOf(node, text));
}

/** From the rules that a comment suppresses to their pages. */
export function ruleLinksIn(
  document: Document,
  text: Text,
  rulePage: (rule: RuleId) => string | undefined,
): DocumentLink[] {
  return [...document.text.matchAll(/s3-encryption-ignore[\w-]*((?:[ \t,]+[a-z][a-z0-9-]*)+)/g)].flatMap(
    ({ 0: comment, 1: names = '', index }) => {
      const from = index + comment.length - names.length;
      return [...names.matchAll(/[a-z][a-z0-9-]*/g)].flatMap(({ 0: name, index: at }) => {
        const rule = ruleIds.find((id) => id === name);
        const target = rule && rulePage(rule);
        if (target === undefined) return [];
        const range = { start: text.positionAt(from + at), end: text.positionAt(from + at + name.length) };
        return [{ range, target }];
      });
    },
  );
}

function locationOf(node: Node, text: Text): Location {
  return { uri: text.uri, range: rangeOf(node, text) };
}
