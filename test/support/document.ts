import {
  type Finding,
  type Language,
  type LintOptions,
  lint,
  pointerIn,
  readDocument,
} from '../../server/src/core/index.ts';

/** A finding in words, for comparing and for reading a failure: `/Rules error no-rule`. */
export function judge(text: string, language: Language, options: LintOptions = {}): string[] {
  const document = readDocument(text, language);
  return findingsOf(text, language, options).map(
    (finding) => `${pointerIn(document, finding.at)} ${finding.severity} ${finding.rule}`,
  );
}

/** What the engine finds; a rule that throws fails the test. */
export function findingsOf(text: string, language: Language, options: LintOptions = {}): Finding[] {
  const onRuleFailure = (rule: string, error: unknown) => {
    throw new Error(`the rule ${rule} failed: ${error}`);
  };
  return lint(readDocument(text, language), { ...options, onRuleFailure });
}
