import { parseKmsKey } from '../../../../server/src/protocol.ts';
import { ofKey } from './ofKey.ts';

/**
 * Whether the key is named so that it is the same for everyone. An alias, or an id, is looked up in the account of whoever
 * uploads; a directory bucket takes no alias at all.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html
 */
export const keyForm = ofKey('key form', ({ arn }, { target }, reference) => {
  const form = parseKmsKey(reference)?.form;
  if (form === 'key-arn') return { result: 'passed', message: 'the full key ARN' };
  if (form === 'key-id') {
    const message = 'a key id is looked up in the account of whoever uploads; its ARN is safer';
    return { result: 'passed', message, betterKey: arn };
  }
  if (target.bucket.type === 'directory') {
    return { result: 'failed', message: 'a directory bucket takes no alias', betterKey: arn };
  }
  const message = 'an alias is looked up in the account of whoever uploads, and can be moved; the key ARN is safer';
  return { result: 'warning', message, betterKey: arn };
});
