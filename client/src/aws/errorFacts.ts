/** What a thrown thing tells, whoever threw it: AWS through the SDK, the SDK itself, or Node. */
export interface ErrorFacts {
  /** The error's name: for an answer of AWS its code. */
  readonly name: string;
  /** Node's code: ENOTFOUND, ECONNRESET … */
  readonly code: string;
  /** Node's call that failed: `connect`, `getaddrinfo` … */
  readonly syscall: string;
  /** True where it broke a connection before its TLS stood. */
  readonly isOfHandshake?: boolean;
  readonly message: string;
  readonly status?: number;
  readonly requestId?: string;
  readonly region?: string;
}

/** Reads the facts off anything that was thrown. */
export function factsOf(error: unknown): ErrorFacts {
  const thrown = isRecord(error) ? error : {};
  const metadata = isRecord(thrown.$metadata) ? thrown.$metadata : {};
  const status = numberOf(metadata.httpStatusCode);
  const requestId = textOf(metadata.requestId);
  const region = textOf(thrown.Region) || headerOf(thrown.$response, 'x-amz-bucket-region');
  return {
    name: textOf(thrown.name),
    code: textOf(thrown.code),
    syscall: syscallOf(thrown),
    ...(thrown.isOfHandshake === true && { isOfHandshake: true }),
    message: textOf(thrown.message) || String(error),
    ...(status && { status }),
    ...(requestId && { requestId }),
    ...(region && { region }),
  };
}

/** Where a name has many addresses, Node gathers what each of them came to. */
function syscallOf({ syscall, errors }: Record<string, unknown>): string {
  const [first] = Array.isArray(errors) ? errors : [];
  return textOf(syscall) || (isRecord(first) ? textOf(first.syscall) : '');
}

function headerOf(response: unknown, name: string): string {
  const headers = isRecord(response) && isRecord(response.headers) ? response.headers : {};
  return textOf(headers[name]);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
