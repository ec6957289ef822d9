/**
 * The server-side encryption algorithms of S3.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html
 */

/** SSE-S3: keys that S3 itself holds. */
export const sseS3 = 'AES256';
/** SSE-KMS. */
export const sseKms = 'aws:kms';
/** DSSE-KMS: two layers of encryption, both with a KMS key. */
export const dsseKms = 'aws:kms:dsse';

/** What a bucket's default can be: documented, and the whole enum of CloudFormation. */
export const defaultAlgorithms: readonly string[] = [sseS3, sseKms, dsseKms];

/** In the API's enum, which is shared with calls on objects, but documented for other stores alone. */
export const reservedAlgorithms: readonly string[] = ['aws:fsx', 'aws:backup'];

/** True where a KMS key may be named with the algorithm. */
export function takesKmsKey(algorithm: string): boolean {
  return algorithm === sseKms || algorithm === dsseKms;
}

/** True where AWS documents that no KMS key may be named: "if and only if" aws:kms or aws:kms:dsse. */
export function refusesKmsKey(algorithm: string): boolean {
  return algorithm === sseS3;
}
