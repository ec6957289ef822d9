/**
 * What other tools fill in before AWS sees the text: `{{ x }}` (Jinja, Systems Manager, dynamic references), `{% x %}`,
 * `${x}`, `#{x}`, `%{x}`, `$(x)`, `<x>`.
 */
const placeholder = /\{\{.*?\}\}|\{%.*?%\}|[$#%]\{[^}]*\}|\$\([^)]*\)|<[^<>]*>/s;

/** True where a part of the text is a placeholder, so that what AWS gets isn't known. */
export function hasPlaceholder(text: string): boolean {
  return placeholder.test(text);
}
