/** A template of one bucket whose one entry is as given, with other sections. */
export function bucketTemplate(entry: object, sections: object = {}): string {
  const properties = { BucketEncryption: { ServerSideEncryptionConfiguration: [entry] } };
  const resources = { Key: { Type: 'AWS::KMS::Key' }, Data: { Type: 'AWS::S3::Bucket', Properties: properties } };
  return JSON.stringify({ Resources: resources, ...sections });
}

/** An entry with an algorithm and a key. */
export function entryOf(sseAlgorithm: unknown, kmsMasterKeyId?: unknown): object {
  const key = kmsMasterKeyId === undefined ? {} : { KMSMasterKeyID: kmsMasterKeyId };
  return { ServerSideEncryptionByDefault: { SSEAlgorithm: sseAlgorithm, ...key } };
}

export const keyArn = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
