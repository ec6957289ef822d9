/** The kinds of document that each feature is shown in. */
export const kinds = ['a YAML template', 'a JSON template', 'a YAML request', 'a JSON request'] as const;

export type Kind = (typeof kinds)[number];

/** What the host's suite shows in each kind of document; the table in test/README.md has a row for each. */
export const features = [
  'diagnosis',
  'hover',
  'completion',
  'code lenses',
  'inlay hints',
  'symbols',
  'a quick fix',
  'fix all',
  'a suppression',
  'a refactoring',
  'conversion',
] as const;

export type Feature = (typeof features)[number];

/** The kinds of document that have a feature: a request in JSON takes no comment, so nothing in it can suppress. */
export function kindsOf(feature: Feature): readonly Kind[] {
  return feature === 'a suppression' ? kinds.filter((kind) => kind !== 'a JSON request') : kinds;
}

/** The title of the test that shows a feature in a kind of document. */
export function titleOf(feature: Feature, kind: Kind): string {
  return `${feature} in ${kind}`;
}
