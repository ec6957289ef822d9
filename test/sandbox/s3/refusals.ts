import { Refusal } from '../answers.ts';

/** The errors of S3 that are recorded or documented. Each call makes a new one. */
export const refusals = {
  noSuchBucket: (bucket: string) =>
    new Refusal(404, 'NoSuchBucket', 'The specified bucket does not exist', { fields: { BucketName: bucket } }),

  /** Also for a bucket whose owner is not the expected one. */
  accessDenied: () => new Refusal(403, 'AccessDenied', 'Access Denied'),

  /** The body names the endpoint to use, the header the Region. */
  permanentRedirect: (bucket: string, region: string) =>
    new Refusal(
      301,
      'PermanentRedirect',
      'The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.',
      {
        fields: { Endpoint: `${bucket}.s3.${region}.amazonaws.com`, Bucket: bucket },
        headers: { 'x-amz-bucket-region': region },
      },
    ),

  malformedXml: () =>
    new Refusal(
      400,
      'MalformedXML',
      'The XML you provided was not well-formed or did not validate against our published schema',
    ),

  keyNotApplicable: () =>
    new Refusal(
      400,
      'InvalidArgument',
      'a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse',
      { fields: { ArgumentName: 'ApplyServerSideEncryptionByDefault' } },
    ),

  /** The wording is reported in part. */
  emptyKey: () => new Refusal(400, 'InvalidArgument', 'if KMSMasterKeyID is specified, it must be non-empty'),

  malformedOwner: (owner: string) =>
    new Refusal(
      400,
      'InvalidBucketOwnerAWSAccountID',
      `The value of the expected bucket owner parameter must be an AWS Account ID... [${owner}]`,
    ),

  /** The status is documented, the code is inferred from it. */
  ownerNotSupported: () =>
    new Refusal(501, 'NotImplemented', 'A header you provided implies functionality that is not implemented'),

  noTags: () => new Refusal(404, 'NoSuchTagSet', 'The TagSet does not exist'),

  noPolicy: (bucket: string) =>
    new Refusal(404, 'NoSuchBucketPolicy', 'The bucket policy does not exist', { fields: { BucketName: bucket } }),

  neverConfigured: () =>
    new Refusal(
      404,
      'ServerSideEncryptionConfigurationNotFoundError',
      'The server side encryption configuration was not found',
    ),
} as const;
