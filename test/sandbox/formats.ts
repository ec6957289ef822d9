import type { Answer, Refusal } from './answers.ts';
import type { ServiceName } from './routes.ts';
import { writeXml } from './writeXml.ts';

/** The namespace of STS's documents. */
export const stsNamespace = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** The namespace of S3's documents. */
export const s3Namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** Says no in the format of a service. */
export function spellRefusal(refusal: Refusal, service: ServiceName, requestId: string): Answer {
  const { status, code, details } = refusal;
  const { contentType, body } = formats[service](refusal, requestId);
  const headers = { 'content-type': contentType, ...details.headers };
  return { status, code, headers, body, invention: details.invention };
}

/** The second id that S3 gives to every request. */
export function hostIdOf(requestId: string): string {
  return `sandbox-${requestId}`;
}

type Format = (refusal: Refusal, requestId: string) => { readonly contentType: string; readonly body: string };

const formats: Readonly<Record<ServiceName, Format>> = {
  s3: spellS3,
  s3express: spellS3,
  sts: spellSts,
  kms: spellKms,
};

function spellS3({ code, message, details }: Refusal, requestId: string) {
  const ids = { RequestId: requestId, HostId: hostIdOf(requestId) };
  const body = writeXml('Error', { Code: code, Message: message, ...details.fields, ...ids });
  return { contentType: 'application/xml', body };
}

function spellSts({ code, message, status }: Refusal, requestId: string) {
  const error = { Type: status < 500 ? 'Sender' : 'Receiver', Code: code, Message: message };
  const body = writeXml('ErrorResponse', { Error: error, RequestId: requestId }, stsNamespace);
  return { contentType: 'text/xml', body };
}

function spellKms({ code, message }: Refusal) {
  return { contentType: 'application/x-amz-json-1.1', body: JSON.stringify({ __type: code, message }) };
}
