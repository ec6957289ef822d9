import type { DocumentLink, Location } from 'vscode-languageserver';
import {
  type Document,
  definitionAt,
  directivePrefix,
  type Node,
  type RuleId,
  referencesAt,
  ruleIds,
} from '../core/index.ts';
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
  return suppressedIn(document).flatMap(({ name, offset }) => {
    const rule = ruleIds.find((id) => id === name);
    const target = rule && rulePage(rule);
    if (target === undefined) return [];
    return [{ range: { start: text.positionAt(offset), end: text.positionAt(offset + name.length) }, target }];
  });
}

/** What lists rules, up to the next one on its line, which lists its own. */
const suppressing = new RegExp(`^[\\w-]+((?:[ \\t,]+(?!${directivePrefix})[a-z][a-z0-9-]*)+)`);

/** The words that suppressing comments, and what looks like one, list as rules; by UTF-16 offsets. */
function suppressedIn({ source }: Document): { name: string; offset: number }[] {
  return source.placesOf(directivePrefix).flatMap((place) => {
    const { start, text } = source.lineAt(place);
    const [word = '', names = ''] = suppressing.exec(text.slice(place - start)) ?? [];
    const from = place + word.length - names.length;
    return [...names.matchAll(/[a-z][a-z0-9-]*/g)].map(({ 0: name, index }) => ({ name, offset: from + index }));
  });
}

function locationOf(node: Node, text: Text): Location {
  return { uri: text.uri, range: rangeOf(node, text) };
}
