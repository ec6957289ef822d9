import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { inventedRefusal } from '../answers.ts';
import type { SeenRequest } from '../requests.ts';

type Digest = (body: Buffer) => string;

/** The headers that state a digest of the body, for those digests that Node can compute. */
const digests: Readonly<Record<string, Digest>> = {
  'content-md5': (body) => createHash('md5').update(body).digest('base64'),
  'x-amz-content-sha256': (body) => createHash('sha256').update(body).digest('hex'),
  'x-amz-checksum-crc32': base64OfCrc32,
  'x-amz-checksum-sha1': (body) => createHash('sha1').update(body).digest('base64'),
  'x-amz-checksum-sha256': (body) => createHash('sha256').update(body).digest('base64'),
};

/**
 * Compares the body with every digest that the request states of it.
 * @throws {Refusal} an invented one, where one differs
 */
export function checkDigests({ headers, bytes }: SeenRequest): void {
  for (const [name, digest] of Object.entries(digests)) {
    const stated = headers[name];
    if (stated === undefined || stated === 'UNSIGNED-PAYLOAD') continue;
    if (stated !== digest(bytes)) throw inventedRefusal('body-digest');
  }
}

function base64OfCrc32(body: Buffer): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return bytes.toString('base64');
}
