/** What can be wrong with a request's signature, short of the signature itself. */
export type AuthFault =
  | 'unsigned'
  | 'other-algorithm'
  | 'malformed'
  | 'wrong-service'
  | 'wrong-region'
  | 'wrong-date'
  | 'skewed'
  | 'unknown-key'
  | 'expired';

interface Answers {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const badScope = {
  sts: {
    status: 403,
    code: 'SignatureDoesNotMatch',
    message: 'Credential should be scoped to this service and Region.',
  },
  kms: {
    status: 400,
    code: 'InvalidSignatureException',
    message: 'Credential should be scoped to this service and Region.',
  },
};

const malformed = {
  s3: { status: 400, code: 'AuthorizationHeaderMalformed', message: 'The authorization header is malformed' },
  sts: { status: 400, code: 'IncompleteSignature', message: 'The authorization header is malformed' },
  kms: { status: 400, code: 'IncompleteSignatureException', message: 'The authorization header is malformed' },
};

/** How each service answers each fault: the codes of AWS's lists of common errors; the messages are shortened. */
export const authRefusals: Readonly<Record<AuthFault, Readonly<Record<'s3' | 'sts' | 'kms', Answers>>>> = {
  unsigned: {
    s3: { status: 403, code: 'AccessDenied', message: 'Access Denied' },
    sts: { status: 403, code: 'MissingAuthenticationToken', message: 'Request is missing Authentication Token' },
    kms: { status: 400, code: 'MissingAuthenticationTokenException', message: 'Missing Authentication Token' },
  },
  'other-algorithm': {
    ...malformed,
    s3: {
      status: 400,
      code: 'InvalidRequest',
      message: 'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
    },
  },
  malformed,
  'wrong-service': {
    ...badScope,
    s3: { ...malformed.s3, message: 'The authorization header is malformed; incorrect service' },
  },
  'wrong-region': {
    ...badScope,
    s3: { ...malformed.s3, message: 'The authorization header is malformed; the region is wrong' },
  },
  'wrong-date': {
    ...badScope,
    s3: { ...malformed.s3, message: 'The authorization header is malformed; Invalid credential date' },
  },
  skewed: {
    s3: {
      status: 403,
      code: 'RequestTimeTooSkewed',
      message: 'The difference between the request time and the current time is too large.',
    },
    sts: { status: 403, code: 'SignatureDoesNotMatch', message: 'Signature expired' },
    kms: { status: 400, code: 'InvalidSignatureException', message: 'Signature expired' },
  },
  'unknown-key': {
    s3: {
      status: 403,
      code: 'InvalidAccessKeyId',
      message: 'The AWS Access Key Id you provided does not exist in our records.',
    },
    sts: {
      status: 403,
      code: 'InvalidClientTokenId',
      message: 'The security token included in the request is invalid.',
    },
    kms: {
      status: 400,
      code: 'UnrecognizedClientException',
      message: 'The security token included in the request is invalid.',
    },
  },
  expired: {
    s3: { status: 400, code: 'ExpiredToken', message: 'The provided token has expired.' },
    sts: { status: 403, code: 'ExpiredToken', message: 'The security token included in the request is expired' },
    kms: {
      status: 400,
      code: 'ExpiredTokenException',
      message: 'The security token included in the request is expired',
    },
  },
};
