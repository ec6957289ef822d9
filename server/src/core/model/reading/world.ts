import { noFacts } from '../../cloudformation/facts.ts';
import { absent } from '../../cloudformation/value.ts';
import type { BucketType } from '../../s3/bucketTypes.ts';
import type { Node } from '../../syntax/node.ts';
import type { BucketSubject, DocumentShape, RequestMembers, World } from '../subject.ts';
import type { Reading } from './reading.ts';

/** The members of a request, for a subject that is none. */
const noRequest: RequestMembers = {
  contentMD5: absent,
  checksumAlgorithm: absent,
  expectedBucketOwner: absent,
};

/** What a reading has come to: a world with what is stated of it, and nothing of the rest. */
export function worldOf(
  reading: Reading,
  stated: Pick<World, 'encryption'> & Partial<Pick<World, 'bucketName' | 'locationName' | 'request' | 'logSources'>>,
): World {
  return {
    dialect: reading.dialect,
    spelling: reading.spelling,
    facts: reading.evaluator?.scope.facts ?? noFacts,
    bucketName: absent,
    locationName: absent,
    request: noRequest,
    logSources: [],
    ...stated,
    shapeFaults: reading.faults,
    origins: reading.origins,
  };
}

/** A subject that can be nothing but this, whatever else changes. */
export function certainSubject(
  shape: DocumentShape,
  node: Node,
  bucketType: BucketType | undefined,
  world: World,
): BucketSubject {
  return { shape, node, bucketType, worlds: [world], dependsOn: [] };
}
