/** How the network is reached: the editor's settings, and the environment that everything else goes by. */
export interface ProxySettings {
  /** The proxy to use for all; the environment's where it is left out. */
  readonly proxy?: string | undefined;
  /** Hosts to reach without a proxy, in addition to NO_PROXY. */
  readonly noProxy?: readonly string[] | undefined;
}

/** The code of a connection that a proxy did not make. */
export const proxyRefuses = 'PROXY_REFUSED';

/** As `proxyRefuses`, where it wants to know who asks. */
export const proxyWantsCredentials = 'PROXY_AUTHENTICATION_REQUIRED';

/**
 * The proxy to reach a URL by; undefined where the way is direct, as it always is to this computer itself. The variables
 * are those of curl, in either case; the lower one wins.
 */
export function proxyFor(url: URL, settings: ProxySettings, env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (isLoopback(url.hostname)) return undefined;
  const exempt = [...(settings.noProxy ?? []), ...variable(env, 'no_proxy').split(/[\s,]+/)];
  if (exempt.some((pattern) => matches(url, pattern))) return undefined;
  const proxy = settings.proxy || variable(env, `${url.protocol.slice(0, -1)}_proxy`) || variable(env, 'all_proxy');
  if (!proxy) return undefined;
  return proxy.includes('://') ? proxy : `http://${proxy}`;
}

function variable(env: NodeJS.ProcessEnv, name: string): string {
  return env[name] || env[name.toUpperCase()] || '';
}

/** `*`, `host`, `.domain`, `*.domain`, each with a port or without: a name stands for all beneath it too. */
function matches(url: URL, pattern: string): boolean {
  const [, host = '', port] = /^(?:\*?\.)?(.*?)(?::(\d+))?$/.exec(pattern.trim().toLowerCase()) ?? [];
  if (!host || (port && port !== portOf(url))) return false;
  return host === '*' || url.hostname === host || url.hostname.endsWith(`.${host}`);
}

function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'https:' ? '443' : '80');
}

function isLoopback(hostname: string): boolean {
  return /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
