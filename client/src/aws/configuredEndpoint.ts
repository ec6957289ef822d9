import { loadSharedConfigFiles } from '@smithy/core/config';

/** An endpoint that the user's environment or profile names for everything that speaks to AWS. */
export interface ConfiguredEndpoint {
  readonly url: URL;
  /** The variable or the setting that names it. */
  readonly source: string;
}

/**
 * The endpoint that AWS's shared settings name for a service: AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, the profile's
 * `services` section, its `endpoint_url`, in this order. The SDK reads these too, but not those of a profile that was
 * chosen in its options; so they are read here, for every profile alike. Throws a TypeError where it is no URL.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export async function configuredEndpoint(
  service: 's3' | 'sts' | 'kms',
  profileName: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
): Promise<ConfiguredEndpoint | undefined> {
  if (isTrue(env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS)) return undefined;
  const variable = [`AWS_ENDPOINT_URL_${service.toUpperCase()}`, 'AWS_ENDPOINT_URL'].find((name) => env[name]);
  if (variable) return endpoint(env[variable] ?? '', variable);
  const { configFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const name = profileName ?? env.AWS_PROFILE ?? 'default';
  const profile = configFile[name];
  if (!profile || isTrue(profile.ignore_configured_endpoint_urls)) return undefined;
  const services = configFile[`services.${profile.services}`];
  const url = services?.[`${service}.endpoint_url`] || profile.endpoint_url;
  return url ? endpoint(url, `endpoint_url of the profile ${name}`) : undefined;
}

function endpoint(text: string, source: string): ConfiguredEndpoint {
  if (!URL.canParse(text)) throw new TypeError(`${source} is no URL: ${text}`);
  return { url: new URL(text), source };
}

function isTrue(value: string | undefined): boolean {
  return value?.toLowerCase() === 'true';
}
