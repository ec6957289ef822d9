import type { SeenRequest } from './requests.ts';

/** The services that the sandbox has hosts for, by the name that a signature's scope gives them. */
export type ServiceName = 's3' | 's3express' | 'sts' | 'kms';

/** Where a request goes: the service and Region of its host, and for S3 the bucket and key of its host and path. */
export interface Route {
  readonly service: ServiceName;
  readonly region: string;
  readonly bucket?: string | undefined;
  readonly key?: string | undefined;
}

/** Hosts of a Region, also with `-fips` and `dualstack`; without a Region they are us-east-1's. */
const hosts: readonly { service: ServiceName; pattern: RegExp }[] = [
  { service: 's3express', pattern: /^s3express-control(?:-fips)?(?:\.dualstack)?\.([\w-]+)\.amazonaws\.com(?:\.cn)?$/ },
  { service: 'sts', pattern: /^sts(?:-fips)?(?:\.([\w-]+))?\.amazonaws\.com(?:\.cn)?$/ },
  { service: 'kms', pattern: /^kms(?:-fips)?\.([\w-]+)\.amazonaws\.com(?:\.cn)?$/ },
  { service: 's3', pattern: /^s3(?:-fips)?(?:\.dualstack)?(?:\.([\w-]+))?\.amazonaws\.com(?:\.cn)?$/ },
];

const virtualHost = /^(.+)\.(s3(?:-fips)?(?:\.dualstack)?(?:\.[\w-]+)?\.amazonaws\.com(?:\.cn)?)$/;

const ownHost = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/;

/**
 * The route of a request; undefined where its host is none of those the sandbox stands for.
 * The Host header decides. On the sandbox's own address, which is how an endpoint setting reaches it, buckets stand in
 * the path, and the service and Region are those of the signature's scope.
 */
export function routeOf(request: SeenRequest): Route | undefined {
  if (ownHost.test(request.host)) return routeOfOwnHost(request);
  const route = routeOfHost(request.host);
  if (route) return isS3(route.service) ? { ...route, ...bucketInPath(request.path) } : route;
  const [, bucket, host = ''] = virtualHost.exec(request.host) ?? [];
  const virtual = routeOfHost(host);
  return virtual && { ...virtual, bucket, key: decoded(request.path.slice(1)) };
}

function routeOfHost(host: string): Route | undefined {
  for (const { service, pattern } of hosts) {
    const match = pattern.exec(host);
    if (match) return { service, region: match[1] ?? 'us-east-1' };
  }
  return undefined;
}

function routeOfOwnHost({ headers, method, path, query, signing }: SeenRequest): Route {
  const region = signing?.region ?? 'us-east-1';
  if (headers['x-amz-target']?.startsWith('TrentService.')) return { service: 'kms', region };
  if (path === '/' && (method === 'POST' || query.Action !== undefined)) return { service: 'sts', region };
  return { service: signing?.service === 's3express' ? 's3express' : 's3', region, ...bucketInPath(path) };
}

function isS3(service: ServiceName): boolean {
  return service === 's3' || service === 's3express';
}

function bucketInPath(path: string): Pick<Route, 'bucket' | 'key'> {
  const [, bucket, key] = /^\/([^/]*)(?:\/(.*))?$/s.exec(path) ?? [];
  return { bucket: decoded(bucket), key: decoded(key) };
}

/** Undefined for what isn't there; as it stands where it percent-encodes no text. */
function decoded(text: string | undefined): string | undefined {
  if (!text) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
