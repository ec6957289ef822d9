import { statesSpelling } from '../../s3/spelling.ts';
import { asMap, member, textUnder } from '../../syntax/access.ts';
import type { MapNode } from '../../syntax/node.ts';
import type { BucketSubject } from '../subject.ts';
import { readRequest } from './request.ts';
import { type Around, requestSubject } from './requestSubject.ts';

/** The resource of a task that calls PutBucketEncryption, in any partition, also one that is filled in, or with a callback. */
const resource = /^arn:\S+:states:::aws-sdk:s3:putBucketEncryption(?:\.waitForTaskToken)?$/;

/**
 * A state of a Step Functions state machine that calls PutBucketEncryption: `Parameters` (JSONPath) or `Arguments` (JSONata)
 * hold the request.
 * https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
export function findTask(around: Around, state: MapNode): BucketSubject | undefined {
  if (!resource.test(resourceOf(state))) return undefined;
  const request = asMap((member(state, 'Parameters') ?? member(state, 'Arguments'))?.value);
  if (!request) return undefined;
  const form = { node: state, shape: 'state-machine', spelling: statesSpelling } as const;
  return requestSubject(around, form, (reading) => readRequest(reading, request));
}

/** In a template the partition is mostly filled in by Fn::Sub. */
function resourceOf(state: MapNode): string {
  const substituted = asMap(member(state, 'Resource')?.value);
  return (substituted ? textUnder(substituted, 'Fn::Sub') : textUnder(state, 'Resource')) ?? '';
}
