import { only } from '../syntax/access.ts';
import type { MapNode } from '../syntax/node.ts';
import { concat, hole, literal, type Part, type Text } from './text.ts';

/**
 * What is filled in before S3 sees the text, by other tools or by AWS: `{{ x }}` (Jinja, Systems Manager, dynamic references),
 * `{% x %}`, `${x}`, `#{x}`, `%{x}`, `&{x}` (Fn::ForEach), `$(x)`, `<x>`.
 */
const placeholder = /\{\{.*?\}\}|\{%.*?%\}|[$#%&]\{[^}]*\}|\$\([^)]*\)|<[^<>]*>/s;
const placeholders = new RegExp(placeholder.source, 'gs');

/** A placeholder that steers: what stands behind it may not be there. */
const steering = /\{%|%\{|\{\{-?\s*(?:[#/^]|(?:if|else|end|range|with)\b)/;

/** In UTF-16 units. In a longer text no placeholder's end is looked for: from each that is begun it could be as far as the text's. */
const longest = 5_000;
const opening = /\{[{%]|[$#%&]\{|\$\(|</;

/** True where a part of the text is a placeholder, so that what AWS gets isn't known. */
export function hasPlaceholder(text: string): boolean {
  return (text.length > longest ? opening : placeholder).test(text);
}

/** The text with a hole for each placeholder; one hole where a placeholder steers what becomes of the rest. */
export function withHoles(text: string, bound: (shown: string) => Text | undefined = () => undefined): Text {
  if (!hasPlaceholder(text)) return literal(text);
  if (text.length > longest || steering.test(text)) return [hole(text)];
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: shown, index } of text.matchAll(placeholders)) {
    parts.push(text.slice(end, index), ...(bound(shown) ?? [hole(shown)]));
    end = index + shown.length;
  }
  return concat([...parts, text.slice(end)]);
}

/** True for `{{ x }}` and `{% x %}` without quotes, which YAML reads as a map with a key that can't be a plain one. */
export function isBarePlaceholder(map: MapNode): boolean {
  const key = only(map.entries)?.key;
  return key?.style === 'plain' && /^[{%]/.test(key.text);
}
