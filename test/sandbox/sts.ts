import type { Answer } from './answers.ts';
import type { Call } from './call.ts';
import { stsNamespace } from './formats.ts';
import { writeXml } from './writeXml.ts';

/** GetCallerIdentity: needs no permission, and can't be refused to anyone who signs. */
export function getCallerIdentity({ principal, requestId }: Call): Answer {
  const result = { Arn: principal.arn, UserId: principal.userId, Account: principal.account };
  const content = { GetCallerIdentityResult: result, ResponseMetadata: { RequestId: requestId } };
  const body = writeXml('GetCallerIdentityResponse', content, stsNamespace);
  return { status: 200, headers: { 'content-type': 'text/xml' }, body };
}
