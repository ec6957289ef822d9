import { intrinsicOf } from '../cloudformation/intrinsics.ts';
import { findSubjects } from '../model/finders/findSubjects.ts';
import { type Place, placeOf } from '../model/place.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import { type Description, describeMember, describeValue } from '../s3/describe.ts';
import { type KeyParts, keyParts } from '../s3/describeKey.ts';
import { parseKmsKey } from '../s3/kmsKeys.ts';
import type { Document } from '../syntax/document.ts';
import type { Node, Span } from '../syntax/node.ts';
import { nodeAt } from '../syntax/nodeAt.ts';
import { memberIn, type Possibility, possibilities, type ToldValue } from './possibleValues.ts';

/** What is known of a place of a configuration. */
export interface Explanation {
  readonly span: Span;
  readonly member: string;
  /** The value it is about; undefined where it is about the member. */
  readonly value: string | undefined;
  readonly description: Description;
  /** The parts of the key that stands there. */
  readonly key: KeyParts | undefined;
  readonly bucketType: BucketType;
  /** What a function comes to, and when; empty where the value is written as it is. */
  readonly possible: readonly Possibility<ToldValue>[];
  /** False where the type is an assumption, for neither document nor settings say it. */
  readonly isTypeStated: boolean;
}

/**
 * Explains the member or the value at an offset, by the rules of the bucket's type. `bucketType` is the one of a bucket
 * whose document doesn't say. Undefined where there is nothing of a configuration.
 */
export function describeAt(document: Document, offset: number, bucketType?: BucketType): Explanation | undefined {
  const node = nodeAt(document, offset);
  if (node?.kind !== 'scalar') return undefined;
  const place = placeOf(findSubjects(document), node);
  return place && explain(place, node, place.subject.bucketType ?? bucketType);
}

function explain(place: Place, node: Node, stated: BucketType | undefined): Explanation | undefined {
  const { member, part } = place;
  const bucketType = stated ?? 'general-purpose';
  const text = part === 'value' && node.kind === 'scalar' ? node.text : undefined;
  const ofValue = text === undefined ? undefined : describeValue(member, text, bucketType);
  const description = ofValue ?? describeMember(member, bucketType);
  if (!description) return undefined;
  const key = member === 'KMSMasterKeyID' && text !== undefined ? parseKmsKey(text) : undefined;
  return {
    span: node,
    member,
    value: ofValue ? text : undefined,
    description,
    key: key && keyParts(key),
    bucketType,
    possible: part === 'value' && isInFunction(node, place) ? possibleValues(place) : [],
    isTypeStated: stated !== undefined,
  };
}

function isInFunction(node: Node, { map }: Place): boolean {
  for (let each: Node | undefined = node.parent; each && each !== map; each = each.parent) {
    if (intrinsicOf(each) !== undefined) return true;
  }
  return false;
}

function possibleValues({ subject, member }: Place): Possibility<ToldValue>[] {
  return possibilities(subject.worlds, (world) => memberIn(world, member));
}
