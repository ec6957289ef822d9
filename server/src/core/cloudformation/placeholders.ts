import type { MapNode } from '../syntax/node.ts';

/**
 * What other tools fill in before AWS sees the text: `{{ x }}` (Jinja, Systems Manager, dynamic references), `{% x %}`,
 * `${x}`, `#{x}`, `%{x}`, `$(x)`, `<x>`.
 */
const placeholder = /\{\{.*?\}\}|\{%.*?%\}|[$#%]\{[^}]*\}|\$\([^)]*\)|<[^<>]*>/s;

/** True where a part of the text is a placeholder, so that what AWS gets isn't known. */
export function hasPlaceholder(text: string): boolean {
  return placeholder.test(text);
}

/** True for `{{ x }}` and `{% x %}` without quotes, which YAML reads as a map with a key that can't be a plain one. */
export function isBarePlaceholder(map: MapNode): boolean {
  const [only, ...others] = map.entries;
  return only?.key.style === 'plain' && /^[{%]/.test(only.key.text) && others.length === 0;
}
