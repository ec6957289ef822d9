import type { Requirements } from '../model/requirements.ts';
import type { Rule } from '../rules/rule.ts';
import type { RuleId } from '../rules/ruleIds.ts';
import type { Severities, Severity } from '../rules/severity.ts';
import type { BucketType } from '../s3/bucketTypes.ts';

/** What the user may set. */
export interface LintOptions {
  /** The type of a bucket whose document doesn't say; such a one is judged as general purpose where this is left out. */
  readonly bucketType?: BucketType | undefined;
  /** Severities in place of the rules' own. */
  readonly severities?: Severities | undefined;
  /** What the project asks beyond what S3 asks; nothing where it is left out. */
  readonly policy?: Requirements | undefined;
  /** Told when a rule throws; the others go on. */
  readonly onRuleFailure?: ((rule: RuleId, error: unknown) => void) | undefined;
}

/** True where a rule may have something to say under these options. */
export function isOn(rule: Rule, options: LintOptions): boolean {
  const isAsked = options.policy !== undefined || !rule.needsPolicy;
  return isAsked && chosenSeverity(rule, options) !== 'off';
}

/** The severity that was chosen in place of a rule's own; undefined where none was. */
export function chosenSeverity({ id, isOff }: Rule, { severities }: LintOptions): Severity | 'off' | undefined {
  return severities?.[id] ?? (isOff ? 'off' : undefined);
}
