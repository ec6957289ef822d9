import { isCreated } from '../../cloudformation/created.ts';
import type { Evaluator } from '../../cloudformation/evaluate.ts';
import type { Facts } from '../../cloudformation/facts.ts';
import { takeItem } from '../../cloudformation/forEach.ts';
import { canGrow, type ForEach } from '../../cloudformation/intrinsics.ts';
import { hasPlaceholder } from '../../cloudformation/placeholders.ts';
import type { Template } from '../../cloudformation/template.ts';
import { absent, known, unknown, type Value } from '../../cloudformation/value.ts';
import { readWorlds } from '../../cloudformation/worlds.ts';
import { takesKmsKey } from '../../s3/algorithms.ts';
import { type BucketType, resourceTypes } from '../../s3/bucketTypes.ts';
import { levels } from '../../s3/members.ts';
import { asMap, member, membersOf, textUnder } from '../../syntax/access.ts';
import type { Entry, MapNode } from '../../syntax/node.ts';
import { logTarget } from '../destinations.ts';
import { logSourcesOf } from '../logSources.ts';
import { nearestAmong } from '../nearest.ts';
import { homeOf } from '../reading/homes.ts';
import { readBucketEncryption } from '../reading/readConfiguration.ts';
import { newReading, quietString, type Reading, slotOf } from '../reading/reading.ts';
import { reportDuplicates, reportMisplaced } from '../reading/slots.ts';
import { worldOf } from '../reading/world.ts';
import type { BucketSubject, EncryptionConfiguration, World } from '../subject.ts';

/** A bucket of a template. */
export interface BucketResource {
  readonly logicalId: string;
  readonly node: MapNode;
  readonly bucketType: BucketType;
  /** The Fn::ForEachs that repeat it, outermost first. */
  readonly loops: readonly ForEach[];
}

/** The type of bucket that a resource is; undefined for one that is none. */
export function bucketTypeOf(resource: MapNode): BucketType | undefined {
  return resourceTypes.get(textUnder(resource, 'Type') ?? '');
}

/** The subject that a bucket of a template is, in each world in which it is created. */
export function bucketSubject(bucket: BucketResource, template: Template, given: Facts): BucketSubject {
  const { node, bucketType } = bucket;
  const { worlds, dependsOn } = readWorlds(template, (evaluator) => readBucket(bucket, evaluator), given);
  return { shape: 'template', node, bucketType, worlds, dependsOn };
}

/** The bucket in one world; undefined where it isn't created. */
function readBucket({ node, logicalId, loops }: BucketResource, evaluator: Evaluator): World | undefined {
  if (!loops.every((loop) => takeItem(loop, evaluator))) return undefined;
  if (!isCreated(node, evaluator)) return undefined;
  const { template } = evaluator.scope;
  const reading = newReading(template.language, 'cloudformation', { evaluator });
  const properties = propertiesOf(node, evaluator);
  const map = properties.state === 'known' ? properties.value : undefined;
  const named = map && member(map, 'BucketName');
  const bucketName = quietString(reading, named);
  const encryption = encryptionOf(reading, node, properties);
  return worldOf(reading, {
    bucketName,
    locationName: map ? quietString(reading, member(map, 'LocationName')) : absent,
    encryption,
    logSources: usesKmsKey(encryption)
      ? logSourcesOf(logTarget(logicalId, node, template.language), named?.value, evaluator)
      : [],
  });
}

function propertiesOf(resource: MapNode, evaluator: Evaluator): Value<MapNode> {
  const written = member(resource, 'Properties')?.value;
  if (!written) return absent;
  const result = evaluator.evaluate(written);
  if (result.kind === 'nothing') return absent;
  const map = result.kind === 'written' ? asMap(result.node) : undefined;
  return map ? { state: 'known', value: map, node: map } : unknown(written, true);
}

function usesKmsKey(encryption: Value<EncryptionConfiguration>): boolean {
  const entries = known(encryption)?.entries;
  return ((entries && known(entries)) ?? []).some((entry) => {
    const byDefault = known(entry)?.byDefault;
    const algorithm = byDefault && known(byDefault)?.sseAlgorithm;
    return takesKmsKey((algorithm && known(algorithm)) ?? '');
  });
}

function encryptionOf(reading: Reading, resource: MapNode, properties: Value<MapNode>): Value<EncryptionConfiguration> {
  const map = known(properties);
  const lost = lostMembers(resource, map);
  reportDuplicates(reading, resource, (name) => name !== 'Properties');
  reportMisplaced(reading, lost);
  const isOpen = lost.length > 0 || mayHoldMore(resource) || (map !== undefined && mayHoldMore(map));
  if (!map) return properties.state === 'unknown' || isOpen ? unknown(undefined, true) : absent;
  const strange = misspelt(map);
  if (strange) {
    reading.faults.push({ kind: 'unknown-member', key: strange.key, nearest: 'BucketEncryption' });
  }
  const entry = member(map, 'BucketEncryption');
  if (entry) {
    reportDuplicates(reading, map, (name) => name !== 'BucketEncryption');
    return readBucketEncryption(reading, slotOf('BucketEncryption', entry.value));
  }
  return strange || isOpen ? unknown(undefined, true) : absent;
}

/** True for a map that can turn out to have a member that isn't written, or not by its name. */
function mayHoldMore(map: MapNode): boolean {
  return canGrow(map) || map.entries.some(({ key }) => hasPlaceholder(key.text));
}

/** Members of the configuration that stand among the properties, or beside them. */
function lostMembers(resource: MapNode, properties: MapNode | undefined): Entry['key'][] {
  const among = properties?.entries.filter(({ key }) => isOutermost(key.text)) ?? [];
  const beside = resource.entries.filter(({ key }) => key.text === 'BucketEncryption' || isOutermost(key.text));
  return [...beside, ...among].map(({ key }) => key);
}

/** `Rules` and the like are said of much else; these are said of nothing else. */
function isOutermost(name: string): boolean {
  const level = homeOf(name)?.level;
  return level === 'by-default' || level === 'entry' || level === 'bucket-encryption';
}

/** The nearest of BucketEncryption and the level below it: other tools have no level above that. */
const nearestOutermost = nearestAmong(
  (['properties', 'bucket-encryption'] as const).flatMap((level) => Object.keys(levels.cloudformation[level])),
);

/** One of these names, misspelt. What is filled in is none. */
function misspelt(properties: MapNode): Entry | undefined {
  return [...membersOf(properties).values()].find(
    ({ key: { text } }) =>
      text !== 'BucketEncryption' &&
      homeOf(text) === undefined &&
      nearestOutermost(text) !== undefined &&
      !hasPlaceholder(text),
  );
}
