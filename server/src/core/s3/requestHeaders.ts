/**
 * The members of a PutBucketEncryption request that become headers.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html
 */

/** Every value of the API's ChecksumAlgorithm. */
export const checksumAlgorithms: readonly string[] = [
  'CRC32',
  'CRC32C',
  'CRC64NVME',
  'MD5',
  'SHA1',
  'SHA256',
  'SHA512',
  'XXHASH128',
  'XXHASH3',
  'XXHASH64',
];

/** True for the base64 of 128 bits, as Content-MD5 holds them. */
export function isContentMD5(text: string): boolean {
  return /^[A-Za-z0-9+/]{21}[AQgw]==$/.test(text);
}
