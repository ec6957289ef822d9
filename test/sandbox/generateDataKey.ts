import { type Answer, inventedRefusal, Refusal } from './answers.ts';
import type { Call } from './call.ts';
import { inputOf, keyFor, keyIdIn } from './kms.ts';
import { arnOf, type Key } from './state.ts';

/**
 * GenerateDataKey with DryRun, which always throws: DryRunOperationException is its success. Without DryRun it would hand
 * out keys, which the sandbox doesn't.
 * https://docs.aws.amazon.com/kms/latest/developerguide/testing-permissions.html
 * @throws {Refusal} always
 */
export function generateDataKey({ request, route, principal, state }: Call): Answer {
  const input = inputOf(request.body);
  if (input.DryRun !== true) throw inventedRefusal('not-served');
  const key = keyFor('kms:GenerateDataKey', keyIdIn(input), { route, principal, state });
  checkState(key);
  const isSymmetric = key.spec === 'SYMMETRIC_DEFAULT' && key.usage === 'ENCRYPT_DECRYPT';
  if (!isSymmetric) throw new Refusal(400, 'InvalidKeyUsageException', `${arnOf(key)} is not for this operation`);
  throw new Refusal(400, 'DryRunOperationException', 'The request would have succeeded, but the DryRun option is set.');
}

function checkState(key: Key): void {
  if (key.state === 'Enabled') return;
  if (key.state === 'Disabled') throw new Refusal(400, 'DisabledException', `${arnOf(key)} is disabled.`);
  throw new Refusal(400, 'KMSInvalidStateException', `${arnOf(key)} is ${key.state}.`);
}
