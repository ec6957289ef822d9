import type { HttpHandler, HttpRequest, HttpResponse } from '@smithy/core/protocols';
import { NodeHttpHandler, type NodeHttpHandlerOptions } from '@smithy/node-http-handler';

/** A request handler of the SDK whose connections all go to one server, and what that server answered. */
export interface Redirect extends HttpHandler<NodeHttpHandlerOptions> {
  readonly responses: readonly HttpResponse[];
  destroy(): void;
}

/**
 * Sends what the SDK has made for AWS to this address. It works below the SDK's endpoint rules, after signing: host,
 * path and signature stay those for AWS, so that directory buckets keep their own road.
 */
export function redirectTo(url: string): Redirect {
  const inner = new NodeHttpHandler();
  const { protocol, hostname, port } = new URL(url);
  const responses: HttpResponse[] = [];
  return {
    metadata: inner.metadata,
    responses,
    async handle(request: HttpRequest, options) {
      const redirected = Object.assign(request.clone(), { protocol, hostname, port: Number(port) });
      const answer = await inner.handle(redirected, options);
      responses.push(answer.response);
      return answer;
    },
    destroy: () => inner.destroy(),
    updateHttpClientConfig: (key, value) => inner.updateHttpClientConfig(key, value),
    httpHandlerConfigs: () => inner.httpHandlerConfigs(),
  };
}
