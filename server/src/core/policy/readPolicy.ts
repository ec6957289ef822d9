import { ruleIds } from '../rules/ruleIds.ts';
import { severities } from '../rules/severity.ts';
import { accountIdPattern, isAccountId } from '../s3/accountIds.ts';
import { defaultAlgorithms } from '../s3/algorithms.ts';
import { bucketTypes } from '../s3/bucketTypes.ts';
import { type Document, startOf } from '../syntax/document.ts';
import type { Language } from '../syntax/language.ts';
import type { Span } from '../syntax/node.ts';
import { readDocument } from '../syntax/readDocument.ts';
import { shownSpan } from '../syntax/shown.ts';
import { globFault } from './globs.ts';
import type { Policy } from './policy.ts';
import {
  choice,
  flag,
  list,
  members,
  nameOf,
  type PolicyReading,
  record,
  type Schema,
  type Shape,
  text,
  wholeList,
} from './shapes.ts';

/** A policy as far as it is right, and what is wrong with its file. */
export interface ReadPolicy {
  readonly policy: Policy;
  /** In the order of the text. */
  readonly faults: readonly { readonly message: string; readonly span: Span }[];
  /** The file as it was read, which the spans are of. */
  readonly document: Document;
}

const glob = text({ minLength: 1 }, (pattern) => {
  const fault = globFault(pattern);
  return fault && `"${pattern}" is no pattern: ${fault}`;
});

const key = text({ minLength: 1 }, (pattern) => (pattern === '' ? 'An empty text names no key' : undefined));

const account = text({ pattern: `^${accountIdPattern}$` }, (digits) =>
  isAccountId(digits) ? undefined : `"${digits}" is no account: one has 12 digits`,
);

function described<T>(description: string, { schema, read }: Shape<T>): Shape<T> {
  return { schema: { description, ...schema }, read };
}

/** The one definition of a policy's file: it is read by this, and its JSON schema is made of this. */
const shape = members<Policy & { $schema?: string }>({
  $schema: described(
    'The schema of this file.',
    text({}, () => undefined),
  ),
  severities: described(
    'Severities in place of the rules’ own, by rule. They count before the user’s settings.',
    record(nameOf('rule', ruleIds), choice([...severities, 'off'])),
  ),
  bucketTypes: described(
    'The type of the buckets in the files that a glob matches, where their documents do not say. The first match counts.',
    record(glob, choice(bucketTypes)),
  ),
  ignore: described('Files that are not judged: globs, relative to this file’s folder.', list(glob)),
  allowedAlgorithms: described('The algorithms that may be used.', wholeList(choice(defaultAlgorithms))),
  allowedKeys: described(
    'The KMS keys that may be named, as they are written in documents: key ids, ARNs, aliases; `*` is anything.',
    wholeList(key),
  ),
  allowedKeyAccounts: described('The accounts whose KMS keys may be named, 12 digits each.', wholeList(account)),
  requireBucketKey: described('SSE-KMS must come with an S3 Bucket Key.', flag),
  requireSseCBlocked: described('Every configuration must state that SSE-C is blocked.', flag),
  target: described(
    'The store that the buckets are in. `s3-compatible`: the forms of KMS keys are not judged.',
    choice(['aws', 's3-compatible']),
  ),
});

/** The JSON schema of a policy's file. */
export const policySchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'The project’s policy of S3 Bucket Encryption',
  ...shape.schema,
};

/** Reads a policy. Never throws: what is wrong is a fault, and the members that are right count. */
export function readPolicy(source: string, language: Language): ReadPolicy {
  const document = readDocument(source, language);
  const unreadable = document.sections.flatMap((section) =>
    section.errors.map(({ message, offset }) => ({ message, span: { section, start: offset, end: offset } })),
  );
  const reading: PolicyReading = { language, isWhole: unreadable.length === 0, faults: [] };
  const [root, second] = document.roots;
  const policy = (root && shape.read(root, reading)) ?? {};
  if (second) reading.faults.push({ message: 'A policy is one document; this one counts for nothing', at: second });
  const faults = reading.faults.map(({ message, at }) => ({ message, span: shownSpan(at) }));
  return { policy, faults: [...unreadable, ...faults].toSorted(byPlace), document };
}

function byPlace(a: { span: Span }, b: { span: Span }): number {
  return startOf(a.span) - startOf(b.span);
}
