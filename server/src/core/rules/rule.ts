import type { Requirements } from '../model/requirements.ts';
import type { World } from '../model/subject.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import type { Dialect } from '../s3/members.ts';
import type { SourceName } from '../s3/sources.ts';
import type { Node } from '../syntax/node.ts';
import type { LazyFixes } from './fix.ts';
import type { WorldPart } from './parts.ts';
import type { RuleId } from './ruleIds.ts';
import type { Severity } from './severity.ts';

/** A lint rule: data, and one pure function that sees one world. The driver decides severity, enablement and merging. */
export interface Rule {
  readonly id: RuleId;
  /** What it is by default, and where that differs for a dialect or a bucket type. */
  readonly severity: Severity;
  readonly severityIn?: Partial<Record<Dialect | BucketType, Severity>>;
  /** It is silent unless the user or the project gives it a severity. */
  readonly isOff?: true;
  /** It says nothing where the project has no policy that asks for something. */
  readonly needsPolicy?: true;
  /** The bucket types it speaks of; both where it is left out. */
  readonly bucketTypes?: readonly BucketType[];
  /** The spellings it speaks of; both where it is left out. */
  readonly dialects?: readonly Dialect[];
  /** The part without which a world gives it nothing to say; it is asked of every world where this is left out. */
  readonly needs?: WorldPart;
  /** The rules that are silent about the same value, and what is in it, where this one speaks. */
  readonly insteadOf?: readonly RuleId[];
  /** Yields what it finds in one world. Throws nothing that the world's types allow. */
  check(world: World, context: RuleContext): Iterable<Problem>;
}

/** What a rule may know beside the world. */
export interface RuleContext {
  /** The type that the world is judged as. */
  readonly bucketType: BucketType;
  /** What the world is one of: the resource, the request, the configuration. A fault of what isn't there is its. */
  readonly node: Node;
  /** What the project asks; an empty one where it has no policy. */
  readonly policy: Requirements;
}

/** What a rule found. */
export interface Problem {
  /** One clause, AWS's own field names, no full stop. */
  readonly message: string;
  /** The wrong value or key; for something that is missing, the map or list it is missing from. */
  readonly at: Node;
  /** Another value that this problem speaks for: the rules that it is instead of are silent about it too. */
  readonly speaksFor?: Node | undefined;
  /** What to underline, where that isn't `at` or its key. */
  readonly show?: Node;
  /** The gravest that this problem can be, where it is milder than its rule's others. */
  readonly atMost?: Severity;
  readonly related?: readonly Related[];
  /** What can be done about it, the most likely first. */
  readonly fixes?: LazyFixes;
}

/** Another place that explains a problem. */
export interface Related {
  readonly message: string;
  readonly at: Node;
}

/** A rule's page: plain data beside the rule. Its examples run as tests. */
export interface RuleDocs {
  /** What it reports, in one sentence. */
  readonly what: string;
  /** Why it matters and how AWS behaves, in Markdown. */
  readonly why: string;
  /** What to do about it, in Markdown. */
  readonly fix: string;
  /** The pages of AWS that it rests on. */
  readonly sources: readonly SourceName[];
  /** Each yields this rule's finding. */
  readonly bad: readonly Example[];
  /** None yields this rule's finding. */
  readonly good: readonly Example[];
}

/** A document that shows a rule. */
export interface Example {
  readonly language: 'json' | 'yaml';
  /** The type it is judged as where the document doesn't say. */
  readonly bucketType?: BucketType;
  /** What the project asks, for a rule that needs it. */
  readonly policy?: Requirements;
  /** Its common indentation is that of the source, and counts for nothing. */
  readonly text: string;
}
