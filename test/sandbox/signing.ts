/** What the Authorization header of a request signed with Signature Version 4 says. */
export interface Signing {
  readonly accessKeyId: string;
  /** The day of the credential scope, `20261123`. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  /** Names in lower case. */
  readonly signedHeaders: readonly string[];
}

/** The one algorithm that is taken. */
export const algorithm = 'AWS4-HMAC-SHA256';

/** Reads an Authorization header; undefined where it is absent, of another algorithm, or lacks a part. */
export function readSigning(authorization: string | undefined): Signing | undefined {
  if (!authorization?.startsWith(`${algorithm} `)) return undefined;
  const parts = new Map(
    authorization
      .slice(algorithm.length + 1)
      .split(',')
      .map((part) => /^\s*(\w+)=(.*?)\s*$/.exec(part) ?? [])
      .map(([, name = '', value = '']) => [name, value]),
  );
  const scope = /^([^/]+)\/(\d{8})\/([\w-]+)\/([\w-]+)\/aws4_request$/.exec(parts.get('Credential') ?? '');
  const signedHeaders = parts.get('SignedHeaders');
  if (!scope || !signedHeaders || !/^[\da-f]{64}$/.test(parts.get('Signature') ?? '')) return undefined;
  const [, accessKeyId = '', date = '', region = '', service = ''] = scope;
  return { accessKeyId, date, region, service, signedHeaders: signedHeaders.split(';') };
}
