import type { BucketType } from './bucketTypes.ts';
import { type MemberFact, memberFacts, valueFacts } from './describeFacts.ts';
import { type AwsPage, sources } from './sources.ts';

/** What is to be said of a member or of a value: sentences in Markdown, complete for one type of bucket. */
export interface Description {
  readonly what: string;
  /** What it may be; empty where that can't be listed. */
  readonly values: readonly string[];
  /** What holds where it isn't written. */
  readonly byDefault: string | undefined;
  readonly cost: string | undefined;
  /** What it means for requests from other accounts. */
  readonly otherAccounts: string | undefined;
  readonly source: AwsPage;
}

/** What a member of a configuration is, for this type of bucket; undefined for a name that is none. */
export function describeMember(member: string, bucketType: BucketType): Description | undefined {
  const facts = own(memberFacts, member);
  return facts && merged(facts, bucketType);
}

/** What a value of a member means, for this type of bucket; undefined for one that AWS doesn't list. */
export function describeValue(member: string, value: string, bucketType: BucketType): Description | undefined {
  const facts = own(own(valueFacts, member) ?? {}, value);
  return facts && merged(facts, bucketType);
}

/** The values that a member is worth writing with, for this type of bucket, the most usual first. */
export function valuesOf(member: string, bucketType: BucketType): readonly string[] {
  return describeMember(member, bucketType)?.values ?? [];
}

function merged(facts: MemberFact, bucketType: BucketType): Description {
  const { what, values = [], byDefault, cost, otherAccounts, source } = { ...facts, ...facts.on?.[bucketType] };
  return { what, values, byDefault, cost, otherAccounts, source: sources[source] };
}

/** Names come from documents: `constructor` is none of ours. */
function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
