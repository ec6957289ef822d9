import type { Value } from '../../cloudformation/value.ts';
import { asList, asMap, member, resolve } from '../../syntax/access.ts';
import type { Document } from '../../syntax/document.ts';
import type { Entry, MapNode } from '../../syntax/node.ts';
import { mayMean, nearest } from '../nearest.ts';
import { hasEntry, isEntry, isResponseMember } from '../reading/marks.ts';
import { readApiConfiguration, readEntries } from '../reading/readConfiguration.ts';
import { type Reading, readString, slotOf } from '../reading/reading.ts';
import { type IsIgnored, openLevel } from '../reading/slots.ts';
import { worldOf } from '../reading/world.ts';
import type { BucketSubject, EncryptionConfiguration, World } from '../subject.ts';
import { type Around, requestSubject } from './requestSubject.ts';

const configurationName = 'ServerSideEncryptionConfiguration';

/**
 * A PutBucketEncryption request, or the answer of GetBucketEncryption, which has its form: the input of
 * `--cli-input-json`, of an SDK's call.
 */
export function findRequest(document: Document, root: MapNode): BucketSubject[] | undefined {
  const configuration =
    member(root, configurationName) ?? root.entries.find(({ key }) => mayMean(key.text, configurationName));
  const rules = rulesWithBucket(root);
  if (!rules && !(configuration && isRequest(root, configuration))) return undefined;
  const hasBucket = member(root, 'Bucket') !== undefined;
  return [
    requestSubject({ document }, { node: root, shape: 'request' }, (reading) =>
      readRequest(reading, root, { rules, isIgnored: (name) => isForeignMatter(name, hasBucket) }),
    ),
  ];
}

/**
 * A request somewhere in a document of another kind: arguments of a task, an item of a list, a recorded answer. It counts
 * only where it can't be mistaken, and of what stands beside its members only what is nearly one is judged.
 */
export function findNestedRequest(around: Around, map: MapNode): BucketSubject | undefined {
  const configuration = resolve(member(map, configurationName)?.value);
  if (!configuration) return undefined;
  const hasBucket = member(map, 'Bucket') !== undefined;
  const rules = configuration.kind === 'map' ? asList(member(configuration, 'Rules')?.value) : undefined;
  const isRequest = rules
    ? hasBucket || hasEntry(rules)
    : hasBucket && configuration.kind === 'list' && hasEntry(configuration);
  if (!isRequest) return undefined;
  return requestSubject(around, { node: map, shape: 'request' }, (reading) =>
    readRequest(reading, map, { isIgnored: (name) => isForeignMatter(name, false) }),
  );
}

/** What else is to be known for reading a map as a request. */
export interface RequestForm {
  /** Says which strange members are no fault. */
  readonly isIgnored?: IsIgnored;
  /** `Rules` that stand among the request's members. */
  readonly rules?: Entry | undefined;
}

/** Reads the members of a map as those of a request. */
export function readRequest(reading: Reading, map: MapNode, { isIgnored, rules }: RequestForm = {}): World {
  const members = openLevel(reading, 'request', map, isIgnored);
  const bucketName = readString(reading, members('Bucket'));
  const request = {
    contentMD5: readString(reading, members('ContentMD5')),
    checksumAlgorithm: readString(reading, members('ChecksumAlgorithm')),
    expectedBucketOwner: readString(reading, members('ExpectedBucketOwner')),
  };
  const encryption = rules ? readRules(reading, map, rules) : readApiConfiguration(reading, members(configurationName));
  return worldOf(reading, { bucketName, request, encryption });
}

/** `Rules` beside a bucket's name: a request that lacks the level between. */
function rulesWithBucket(root: MapNode): Entry | undefined {
  const rules = member(root, 'Bucket') && !member(root, configurationName) ? member(root, 'Rules') : undefined;
  const list = asList(rules?.value);
  return list && hasEntry(list) ? rules : undefined;
}

function readRules(reading: Reading, node: MapNode, { value }: Entry): Value<EncryptionConfiguration> {
  const entries = readEntries(reading, slotOf('Rules', value));
  return { state: 'known', value: { node, entries }, node };
}

/** By what stands beneath, or by the bucket's name beside it: other services have members of that name too. */
function isRequest(root: MapNode, { key, value }: Entry): boolean {
  const isRight = key.text === configurationName;
  if (isRight && member(root, 'Bucket')) return true;
  const list = asList(value);
  if (list) return list.items.some((item) => asMap(item)?.entries.some(isApiEntryMember));
  const map = asMap(value);
  if (!map) return false;
  if (isRight && member(map, 'Rules')) return true;
  const rules = map.entries.find(({ key: own }) => mayMean(own.text, 'Rules'));
  const items = asList(rules?.value);
  // Terraform has one rule, without a list.
  const only = asMap(rules?.value);
  return isEntry(map) || (items ? hasEntry(items) : only !== undefined && isEntry(only));
}

function isApiEntryMember({ key }: Entry): boolean {
  return key.text === 'ApplyServerSideEncryptionByDefault';
}

/**
 * What stands beside the configuration without being a fault of the request. Where no bucket is named, the document may
 * be something larger that has a request's members among its own: only what is nearly a member is judged then.
 */
function isForeignMatter(name: string, hasBucket: boolean): boolean {
  if (isResponseMember(name)) return true;
  return !hasBucket && nearest(name, requestMembers) === undefined;
}

const requestMembers = ['Bucket', 'ContentMD5', 'ChecksumAlgorithm', 'ExpectedBucketOwner', configurationName];
