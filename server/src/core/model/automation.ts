import { asMap, member, textOf } from '../syntax/access.ts';
import type { Document } from '../syntax/document.ts';
import type { MapNode } from '../syntax/node.ts';
import { newReading } from './reading.ts';
import { readRequest } from './request.ts';
import type { BucketSubject } from './subject.ts';

/**
 * A step of a Systems Manager runbook that calls PutBucketEncryption: its `inputs` hold the request.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-action-executeawsapi.html
 */
export function findAutomationStep(
  document: Document,
  step: MapNode,
  hasIntrinsics = false,
): BucketSubject | undefined {
  if (textOf(step, 'action') !== 'aws:executeAwsApi') return undefined;
  const inputs = asMap(member(step, 'inputs')?.value);
  if (!inputs || !isPutBucketEncryption(inputs)) return undefined;
  const reading = newReading(document.language, 'api', { hasIntrinsics });
  return readRequest(reading, inputs, { node: step, shape: 'automation', isIgnored: isNameOfCall });
}

/** The service's and the call's names are those of the SDK for Python, in any case and with or without separators. */
function isPutBucketEncryption(inputs: MapNode): boolean {
  const call = textOf(inputs, 'Api')?.toLowerCase().replaceAll('_', '');
  return textOf(inputs, 'Service')?.toLowerCase() === 's3' && call === 'putbucketencryption';
}

function isNameOfCall(name: string): boolean {
  return name === 'Service' || name === 'Api';
}
