import { asMap, member, textUnder } from '../../syntax/access.ts';
import type { MapNode } from '../../syntax/node.ts';
import type { BucketSubject } from '../subject.ts';
import { readRequest } from './request.ts';
import { type Around, requestSubject } from './requestSubject.ts';

/**
 * A step of a Systems Manager runbook that calls PutBucketEncryption: its `inputs` hold the request.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-action-executeawsapi.html
 */
export function findAutomationStep(around: Around, step: MapNode): BucketSubject | undefined {
  if (textUnder(step, 'action') !== 'aws:executeAwsApi') return undefined;
  const inputs = asMap(member(step, 'inputs')?.value);
  if (!inputs || !isPutBucketEncryption(inputs)) return undefined;
  return requestSubject(around, { node: step, shape: 'automation' }, (reading) =>
    readRequest(reading, inputs, { isIgnored: isNameOfCall }),
  );
}

/** The service's and the call's names are those of the SDK for Python, in any case and with or without separators. */
function isPutBucketEncryption(inputs: MapNode): boolean {
  const call = textUnder(inputs, 'Api')?.toLowerCase().replaceAll('_', '');
  return textUnder(inputs, 'Service')?.toLowerCase() === 's3' && call === 'putbucketencryption';
}

function isNameOfCall(name: string): boolean {
  return name === 'Service' || name === 'Api';
}
