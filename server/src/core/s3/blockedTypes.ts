/**
 * The values of BlockedEncryptionTypes.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html
 */

/** Blocks uploads with SSE-C: encryption with keys that the customer provides. */
export const blockSseC = 'SSE-C';
/** Blocks nothing: lifts a block that is there. */
export const blockNone = 'NONE';

/** Every value. */
export const blockedEncryptionTypes: readonly string[] = [blockNone, blockSseC];
