/**
 * What a subject rests on beside itself. While none of these changes, nor itself, neither do its worlds. A `log-target`
 * changes with who logs to the bucket of that name.
 */
export interface Dependency {
  readonly kind: DependencyKind;
  /** Its logical id or name; it need not exist. */
  readonly name: string;
}

/** What a subject can rest on. `assertions` are the Rules of the template. */
export type DependencyKind = 'parameter' | 'mapping' | 'condition' | 'resource' | 'assertions' | 'log-target';
