/** A configuration that is right. */
export const sound = configuration('{ "SSEAlgorithm": "AES256" }');

/** One that AWS refuses: an error. */
export const wrongAlgorithm = configuration('{ "SSEAlgorithm": "AES-256" }');

/** One that is a warning on a general purpose bucket and an error on a directory bucket. */
export const kmsWithAlias = configuration('{ "SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "alias/data" }', true);

/** The same error in YAML. */
export const wrongAlgorithmInYaml = `Rules:
  - ApplyServerSideEncryptionByDefault:
      SSEAlgorithm: AES-256
`;

function configuration(byDefault: string, bucketKey = false): string {
  const bucketKeyEnabled = bucketKey ? ', "BucketKeyEnabled": true' : '';
  return `{
  "Rules": [
    { "ApplyServerSideEncryptionByDefault": ${byDefault}${bucketKeyEnabled} }
  ]
}
`;
}
