import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { call } from './call.ts';
import type { Answer } from './failure.ts';
import type { Session } from './session.ts';

/** Whose credentials these are. */
export interface Identity {
  readonly account: string;
  /** The ARN of the user or the assumed role. */
  readonly principal: string;
}

/** Asks STS who the caller is. No permission is needed, and none can be denied. */
export async function callerIdentity(session: Session, signal?: AbortSignal): Promise<Answer<Identity>> {
  const answer = await call(session, { name: 'GetCallerIdentity' }, signal, (options) =>
    session.sts.send(new GetCallerIdentityCommand({}), options),
  );
  if (!answer.ok) return answer;
  const { Account: account = '', Arn: principal = '' } = answer.value;
  return { ...answer, value: { account, principal } };
}
