/** The engine: reads a document, finds the bucket configurations in it, and judges them. Pure; plain data in and out. */
export { keyArnsIn } from './completion/keyReferences.ts';
export type { Offer } from './completion/offer.ts';
export { type OfferOptions, offersAt } from './completion/offersAt.ts';
export { type Converted, convert, type Form, forms } from './convert/convert.ts';
export { describeAt, type Explanation } from './describeAt.ts';
export { type FixAllOptions, type FixedText, fixAll } from './fixAll.ts';
export { fixesOf, type TextFix } from './fixes.ts';
export { type Finding, lint } from './lint.ts';
export type { LintOptions } from './lintOptions.ts';
export { mayHoldConfiguration, sourceMayHoldConfiguration } from './model/relevance.ts';
export type { Requirements } from './model/requirements.ts';
export { type Effective, type Overview, overviews, type Unsaid } from './overview.ts';
export type { PlainConfiguration, PlainRequest } from './plainValues.ts';
export { isPolicyFile, type Policy, policyFileNames } from './policy/policy.ts';
export { policySchema, type ReadPolicy, readPolicy } from './policy/readPolicy.ts';
export { isIgnored, underPolicy, withoutWidening } from './policy/underPolicy.ts';
export type { Possibility, ToldValue } from './possibleValues.ts';
export {
  type Blocker,
  type Candidate,
  candidateAt,
  candidates,
  type Preflight,
  preflight,
} from './preflight.ts';
export { definitionAt, referencesAt } from './references.ts';
export { ruleDocs } from './rules/docs.ts';
export type { Fix } from './rules/fix.ts';
export { rules } from './rules/registry.ts';
export type { Problem, Related, Rule, RuleDocs, Severity } from './rules/rule.ts';
export { type RuleId, ruleIds } from './rules/ruleIds.ts';
export type { BucketType } from './s3/bucketTypes.ts';
export { isAlias, isManagedKey, type KmsKeyReference, parseKmsKey } from './s3/kmsKeys.ts';
export { sources } from './s3/sources.ts';
export { suppressFixes } from './suppressFixes.ts';
export { type SuppressionSpelling, suppressionsFor } from './suppressions/spelling.ts';
export { type Cursor, cursorAt } from './syntax/cursor.ts';
export { type Document, endOf, type Language, startOf } from './syntax/document.ts';
export { applyEdits } from './syntax/edit/textEdit.ts';
export { languageOf } from './syntax/language.ts';
export { LineIndex, type Position } from './syntax/lines.ts';
export { LiveDocument, type Way } from './syntax/liveDocument.ts';
export type { Node, Section, Span, SyntaxFault } from './syntax/node.ts';
export { pointerIn } from './syntax/pointer.ts';
export { readDocument } from './syntax/readDocument.ts';
export { SourceText, type TextEdit } from './syntax/sourceText.ts';
export { SketchWriter, type Style } from './syntax/writeSketch.ts';
