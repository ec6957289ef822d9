import { unknown } from '../cloudformation/evaluate.ts';
import { addsMembers, forEachOutput, intrinsicOf } from '../cloudformation/intrinsics.ts';
import { absent, type Value } from '../cloudformation/value.ts';
import { type BucketType, resourceTypes } from '../s3/bucketTypes.ts';
import { shapes } from '../s3/members.ts';
import { asList, asMap, member, membersOf, textOf } from '../syntax/access.ts';
import type { Document } from '../syntax/document.ts';
import type { Entry, MapNode, Node } from '../syntax/node.ts';
import { homeOf } from './homes.ts';
import { findInline } from './inline.ts';
import { nearest } from './nearest.ts';
import { readBucketEncryption } from './readConfiguration.ts';
import { newReading, quietString, type Reading } from './reading.ts';
import { reportDuplicates, reportMisplaced } from './slots.ts';
import type { BucketSubject, EncryptionConfiguration, World } from './subject.ts';
import { noRequest } from './world.ts';

/**
 * A CloudFormation template, or a serverless.yml: the buckets among its resources, also those that a Fn::ForEach repeats.
 */
export function findInTemplate(document: Document, root: MapNode): BucketSubject[] | undefined {
  const resources = [root, ...serverlessTemplates(root)].map(resourcesOf).filter((map) => map !== undefined);
  return resources.length > 0 ? resources.flatMap((map) => bucketsIn(document, map)) : undefined;
}

/** The templates in a serverless.yml, under `resources`: one, or a list of them. */
function serverlessTemplates(root: MapNode): MapNode[] {
  const value = member(root, 'resources')?.value;
  const templates = asList(value)?.items ?? (value ? [value] : []);
  return templates.map(asMap).filter((map) => map !== undefined);
}

function resourcesOf(template: MapNode): MapNode | undefined {
  return asMap(member(template, 'Resources')?.value);
}

function bucketsIn(document: Document, resources: MapNode): BucketSubject[] {
  return resources.entries.flatMap((entry) => {
    if (addsMembers(entry.key.text)) {
      const output = forEachOutput(entry.value);
      return output ? bucketsIn(document, output) : [];
    }
    const resource = asMap(entry.value);
    if (!resource) return [];
    const bucketType = bucketTypeOf(resource);
    return bucketType ? [bucketSubject(document, resource, bucketType)] : findInline(document, resource);
  });
}

function bucketTypeOf(resource: MapNode): BucketType | undefined {
  return resourceTypes.get(textOf(resource, 'Type') ?? '');
}

function bucketSubject(document: Document, resource: MapNode, bucketType: BucketType): BucketSubject {
  const reading = newReading(document.language, 'cloudformation');
  const properties = member(resource, 'Properties')?.value;
  const map = asMap(properties);
  const isReadable = map !== undefined && intrinsicOf(map) === undefined;
  const world: World = {
    dialect: 'cloudformation',
    bucketName: isReadable ? quietString(reading, member(map, 'BucketName')) : absent,
    locationName: isReadable ? quietString(reading, member(map, 'LocationName')) : absent,
    request: noRequest,
    encryption: encryptionOf(reading, resource, isReadable ? map : undefined, properties),
    shapeFaults: reading.faults,
  };
  return { shape: 'template', node: resource, bucketType, worlds: [world] };
}

function encryptionOf(
  reading: Reading,
  resource: MapNode,
  properties: MapNode | undefined,
  written: Node | undefined,
): Value<EncryptionConfiguration> {
  const lost = lostMembers(resource, properties);
  reportMisplaced(reading, lost);
  if (!properties) return written || lost.length > 0 ? unknown(written, true) : absent;
  const entry = member(properties, 'BucketEncryption');
  if (entry) {
    reportDuplicates(reading, properties, (name) => name !== 'BucketEncryption');
    const value = { state: 'known', value: entry.value, node: entry.value } as const;
    return readBucketEncryption(reading, { name: 'BucketEncryption', value });
  }
  const strange = misspelt(properties);
  if (strange) {
    reading.faults.push({ kind: 'unknown-member', key: strange.key, shape: 'properties', nearest: 'BucketEncryption' });
  }
  const isOpen = properties.entries.some(({ key }) => addsMembers(key.text));
  return strange || isOpen || lost.length > 0 ? unknown(undefined, true) : absent;
}

/** Members of the configuration that stand among the properties, or beside them. */
function lostMembers(resource: MapNode, properties: MapNode | undefined): Entry['key'][] {
  const among = properties?.entries.filter(({ key }) => isOutermost(key.text)) ?? [];
  const beside = resource.entries.filter(({ key }) => key.text === 'BucketEncryption' || isOutermost(key.text));
  return [...beside, ...among].map(({ key }) => key);
}

/** `Rules` and the like are said of much else; these are said of nothing else. */
function isOutermost(name: string): boolean {
  const shape = homeOf(name)?.shape;
  return shape === 'by-default' || shape === 'entry' || shape === 'bucket-encryption';
}

function misspelt(properties: MapNode): Entry | undefined {
  return [...membersOf(properties).values()].find(
    ({ key }) => nearest(key.text, Object.keys(shapes.cloudformation.properties)) !== undefined,
  );
}
