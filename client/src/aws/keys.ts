import { DescribeKeyCommand, GenerateDataKeyCommand } from '@aws-sdk/client-kms';
import { call } from './call.ts';
import type { Answer } from './failure.ts';
import type { Session } from './session.ts';

/** What KMS tells of a key; a text that it leaves out is empty. */
export interface KeyFacts {
  /** The key's own ARN, also where it was asked for by an alias. */
  readonly arn: string;
  readonly account: string;
  /** `Enabled`, `Disabled`, `PendingDeletion` … */
  readonly state: string;
  readonly spec: string;
  readonly usage: string;
  readonly manager: string;
}

/**
 * Describes a key of the session's Region, named in any form. Never to be asked of `alias/aws/…`: that can create the key.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html
 */
export async function describeKey(session: Session, key: string, signal?: AbortSignal): Promise<Answer<KeyFacts>> {
  const answer = await call(session, { name: 'DescribeKey' }, signal, (options) =>
    session.kms.send(new DescribeKeyCommand({ KeyId: key }), options),
  );
  if (!answer.ok) return answer;
  const { Arn: arn, AWSAccountId: account, KeyState, KeySpec, KeyUsage, KeyManager } = answer.value.KeyMetadata ?? {};
  if (arn === undefined || account === undefined) {
    return { ok: false, failure: { kind: 'other', message: 'KMS answered without a key', advice: '' } };
  }
  const [state = '', spec = '', usage = '', manager = ''] = [KeyState, KeySpec, KeyUsage, KeyManager];
  return { ...answer, value: { arn, account, state, spec, usage, manager } };
}

/**
 * Sees whether the caller may have data keys made, without one being made: a dry run always throws, and its success is
 * DryRunOperationException. An answer with a key is that of a server that knows no dry run, and tells nothing.
 * https://docs.aws.amazon.com/kms/latest/developerguide/testing-permissions.html
 */
export async function tryKey(session: Session, key: string, signal?: AbortSignal): Promise<Answer<void>> {
  const answer = await call(session, { name: 'GenerateDataKey' }, signal, (options) =>
    session.kms.send(new GenerateDataKeyCommand({ KeyId: key, KeySpec: 'AES_256', DryRun: true }), options),
  );
  if (answer.ok) {
    const message = 'This server made a key in place of trying whether it could';
    return { ok: false, failure: { kind: 'not-implemented', message, advice: '' } };
  }
  return answer.failure.code === 'DryRunOperationException' ? { ok: true, value: undefined } : answer;
}
