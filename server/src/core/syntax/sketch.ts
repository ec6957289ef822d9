/** Something to be written into a document, before it is spelt in the language and the style of the place. */
export type Sketch =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** A text that the user is to fill in; `text` is a valid one, `choices` others. */
  | { readonly kind: 'hole'; readonly text: string; readonly choices?: readonly string[] }
  | { readonly kind: 'map'; readonly entries: readonly SketchEntry[] }
  | { readonly kind: 'list'; readonly items: readonly Sketch[] }
  /** An intrinsic function: short in YAML, long in JSON. */
  | { readonly kind: 'call'; readonly name: 'Ref' | 'Fn::GetAtt'; readonly argument: string };

export type SketchEntry = readonly [key: string, value: Sketch];

export function text(value: string): Sketch {
  return { kind: 'text', text: value };
}

export function hole(value: string, choices?: readonly string[]): Sketch {
  return choices && choices.length > 1 ? { kind: 'hole', text: value, choices } : { kind: 'hole', text: value };
}

export function map(...entries: readonly SketchEntry[]): Sketch {
  return { kind: 'map', entries };
}

export function list(...items: readonly Sketch[]): Sketch {
  return { kind: 'list', items };
}
