import { GetCallerIdentityCommand, type GetCallerIdentityCommandOutput } from '@aws-sdk/client-sts';
import type { AwsCredentialIdentity } from '@smithy/types';
import { call, unlessCancelled } from './call.ts';
import type { Answer } from './failure.ts';
import type { Session } from './session.ts';

/** Whose credentials these are. */
export interface Identity {
  readonly account: string;
  /** The ARN of the user or the assumed role. */
  readonly principal: string;
}

/**
 * What STS tells of credentials, once they are asked about: they are one account's for ever. Others in their place, which a
 * renewal can bring at any time, may be another's, and so it is them that this is remembered by.
 */
const callers = new WeakMap<AwsCredentialIdentity, Promise<GetCallerIdentityCommandOutput>>();

/**
 * Tells who the caller is by the credentials that are held now; STS is asked once about them, whoever wants to know. No
 * permission is needed, and none can be denied.
 */
export async function callerIdentity(session: Session, signal?: AbortSignal): Promise<Answer<Identity>> {
  const answer = await call(session, { name: 'GetCallerIdentity' }, signal, (_, held) =>
    unlessCancelled(callerOf(held, session), signal),
  );
  if (!answer.ok) return answer;
  const { Account: account = '', Arn: principal = '' } = answer.value;
  return { ...answer, value: { account, principal } };
}

function callerOf(held: AwsCredentialIdentity, { sts }: Session): Promise<GetCallerIdentityCommandOutput> {
  const known = callers.get(held);
  if (known) return known;
  // Without a signal: who asks meanwhile waits for this answer too.
  const asked = sts.send(new GetCallerIdentityCommand({}));
  callers.set(held, asked);
  asked.catch(() => callers.delete(held));
  return asked;
}
