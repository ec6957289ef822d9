import { intrinsicOf } from '../cloudformation/intrinsics.ts';
import { writtenKeys } from '../keys/keyReferences.ts';
import { templateKeys } from '../keys/templateKeys.ts';
import { findSubjects } from '../model/finders/findSubjects.ts';
import { type Place, placeOf } from '../model/place.ts';
import type { Requirements } from '../model/requirements.ts';
import type { BucketSubject } from '../model/subject.ts';
import { zoneOf } from '../model/zone.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import { levels } from '../s3/members.ts';
import { regionOfZone } from '../s3/zones.ts';
import type { Cursor } from '../syntax/cursor.ts';
import type { ListNode, Node } from '../syntax/node.ts';
import { fits } from './fits.ts';
import { memberOffers } from './memberOffers.ts';
import { type Offer, respelt } from './offer.ts';
import type { Site } from './site.ts';
import { valueOffers } from './valueOffers.ts';

/** What completions go by beside the document. */
export interface OfferOptions {
  /** The type of a bucket whose document doesn't say. */
  readonly bucketType?: BucketType | undefined;
  /** ARNs of KMS keys that other documents name. */
  readonly keys: readonly string[];
  /** What the project allows: nothing else is offered, where something it allows fits. */
  readonly policy?: Requirements | undefined;
}

/** What can be typed at a cursor; nothing outside of a configuration. */
export function offersAt(cursor: Cursor, options: OfferOptions): Offer[] {
  const { document, node } = cursor;
  const subjects = findSubjects(document);
  const place = placeOf(subjects, node);
  if (!place || isInFunction(node, place)) return [];
  const bucketType = place.subject.bucketType ?? options.bucketType ?? 'general-purpose';
  const { policy = {}, keys: known } = options;
  const region = bucketType === 'directory' ? regionOf(place.subject) : undefined;
  const own = place.subject.shape === 'template' ? templateKeys(node, bucketType, region) : [];
  const keys = [...own, ...writtenKeys({ bucketType, region, known, policy })];
  return offersFor(cursor, subjects, { place, bucketType, keys, policy }).map((offer) =>
    respelt(offer, place.spelling),
  );
}

/** Where a directory bucket lies, in the first of its worlds that tells. */
function regionOf({ worlds }: BucketSubject): string | undefined {
  const zones = worlds.map(zoneOf).filter((zone) => zone !== undefined);
  return zones.map(regionOfZone).find((region) => region !== undefined);
}

function offersFor({ node, role, word, keepsValue }: Cursor, subjects: readonly BucketSubject[], site: Site): Offer[] {
  const { place } = site;
  const { parent } = node;
  if (role === 'value' || parent?.kind !== 'map') return values(site, node);
  if (place.part === 'value') return role === 'either' ? values(site, parent) : [];
  // A second rule would be refused, and so would its members.
  if (isFurtherItem(parent)) return [];
  const outer = word.hasColon ? undefined : placeOf(subjects, parent);
  const members = outer && lacksDash(outer, parent) ? [] : memberOffers(site);
  const fitting = members.filter((offer) => fits(offer, node, site, word.whole));
  if (keepsValue) return keysAlone(fitting);
  return outer && role === 'either' ? [...fitting, ...values({ ...site, place: outer }, parent)] : fitting;
}

/** Each key once: which values it could have makes no difference where it has one. */
function keysAlone(offers: readonly Offer[]): Offer[] {
  const byKey = new Map(offers.map(({ label, description, write }) => [label, { label, description, write }]));
  return [...byKey.values()].map((offer) => ({ kind: 'member', ...offer }));
}

function values(site: Site, node: Node): Offer[] {
  if (site.place.part === 'key') return [];
  return valueOffers(site, listAround(node));
}

/** The list that a node is an item of, also as an arm of a Fn::If; undefined for the value of a member. */
function listAround(node: Node): ListNode | undefined {
  const { parent } = node;
  if (parent?.kind === 'list' && !isArm(parent)) return parent;
  const isInFunction = parent && (isArm(parent) || intrinsicOf(parent) !== undefined);
  return isInFunction ? listAround(parent) : undefined;
}

/** True for a map where a list of it belongs. */
function lacksDash({ dialect, level, member }: Place, map: Node): boolean {
  return levels[dialect][level][member]?.type === 'list' && map.parent?.kind !== 'list';
}

function isFurtherItem(map: Node): boolean {
  return (listAround(map)?.items.length ?? 0) > 1;
}

/** True for the list of arms of a Fn::If: what stands there stands where the Fn::If does. */
function isArm(list: Node): boolean {
  return list.parent?.kind === 'map' && intrinsicOf(list.parent)?.name === 'Fn::If';
}

/** True within an intrinsic function, but for the two arms of Fn::If: names and formats, no values of the member. */
function isInFunction(node: Node, { map }: Place): boolean {
  for (let each = node; each.parent && each.parent !== map; each = each.parent) {
    const holder = each.parent;
    const intrinsic = holder.kind === 'map' ? intrinsicOf(holder) : undefined;
    if (intrinsic && intrinsic.name !== 'Fn::If' && each === intrinsic.argument) return true;
    if (isArm(holder) && holder.kind === 'list' && (holder.items[0] === each || holder.items.length > 3)) return true;
  }
  return false;
}
