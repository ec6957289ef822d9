import { parseKmsKey } from '../../../../server/src/protocol.ts';
import type { KeyFacts } from '../../aws/keys.ts';
import type { CheckSubject } from './check.ts';
import { ofKey } from './ofKey.ts';

/**
 * Whether the key is the bucket owner's. A key of another account works by its full ARN alone, and only for those whom
 * both accounts let in.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html
 */
export const keyAccount = ofKey('key account', (key, subject, reference) => {
  const owner = ownerOf(subject);
  if (owner === undefined) {
    return { result: 'not-checked', message: `account ${key.account}; the bucket's is not known` };
  }
  if (key.account === owner) return { result: 'passed', message: `account ${key.account}, as the bucket` };
  return ofAnother(key, owner, reference);
});

function ownerOf({ target, request }: CheckSubject): string | undefined {
  return request.expectedBucketOwner ?? target.account;
}

function ofAnother({ account, arn }: KeyFacts, owner: string, reference: string) {
  const message = `the key is account ${account}'s and the bucket ${owner}'s`;
  if (parseKmsKey(reference)?.form === 'key-arn') {
    const leavesOpen = 'whether the key lets in those who upload';
    return { result: 'warning', message, leavesOpen } as const;
  }
  return { result: 'failed', message: `${message}: only the full key ARN works then`, betterKey: arn } as const;
}
