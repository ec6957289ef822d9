/** A page of AWS's documentation. */
export interface AwsPage {
  readonly title: string;
  readonly href: string;
}

const s3 = 'https://docs.aws.amazon.com/AmazonS3/latest';
const templates = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference';

/** The pages that the rules rest on. */
export const sources = {
  putBucketEncryption: { title: 'PutBucketEncryption', href: `${s3}/API/API_PutBucketEncryption.html` },
  configuration: {
    title: 'ServerSideEncryptionConfiguration',
    href: `${s3}/API/API_ServerSideEncryptionConfiguration.html`,
  },
  entry: { title: 'ServerSideEncryptionRule', href: `${s3}/API/API_ServerSideEncryptionRule.html` },
  byDefault: { title: 'ServerSideEncryptionByDefault', href: `${s3}/API/API_ServerSideEncryptionByDefault.html` },
  defaultEncryption: {
    title: 'Setting default server-side encryption behavior for S3 buckets',
    href: `${s3}/userguide/bucket-encryption.html`,
  },
  bucketKeys: { title: 'Reducing the cost of SSE-KMS with S3 Bucket Keys', href: `${s3}/userguide/bucket-key.html` },
  kms: { title: 'Using server-side encryption with AWS KMS keys', href: `${s3}/userguide/UsingKMSEncryption.html` },
  dsse: {
    title: 'Using dual-layer server-side encryption with AWS KMS keys',
    href: `${s3}/userguide/UsingDSSEncryption.html`,
  },
  blockedTypes: {
    title: 'Blocking or unblocking SSE-C for a general purpose bucket',
    href: `${s3}/userguide/blocking-unblocking-s3-c-encryption-gpb.html`,
  },
  directoryKms: {
    title: 'Using SSE-KMS in directory buckets',
    href: `${s3}/userguide/s3-express-UsingKMSEncryption.html`,
  },
  directoryNames: {
    title: 'Directory bucket naming rules',
    href: `${s3}/userguide/directory-bucket-naming-rules.html`,
  },
  directoryZones: {
    title: 'S3 Express One Zone Availability Zones and Regions',
    href: `${s3}/userguide/s3-express-Endpoints.html`,
  },
  serverAccessLogs: {
    title: 'Enabling Amazon S3 server access logging',
    href: `${s3}/userguide/enable-server-access-logging.html`,
  },
  names: { title: 'General purpose bucket naming rules', href: `${s3}/userguide/bucketnamingrules.html` },
  cfnBucketEncryption: {
    title: 'AWS::S3::Bucket BucketEncryption',
    href: `${templates}/aws-properties-s3-bucket-bucketencryption.html`,
  },
  cfnEntry: {
    title: 'AWS::S3::Bucket ServerSideEncryptionRule',
    href: `${templates}/aws-properties-s3-bucket-serversideencryptionrule.html`,
  },
  cfnByDefault: {
    title: 'AWS::S3::Bucket ServerSideEncryptionByDefault',
    href: `${templates}/aws-properties-s3-bucket-serversideencryptionbydefault.html`,
  },
  cfnDirectoryBucket: {
    title: 'AWS::S3Express::DirectoryBucket',
    href: `${templates}/aws-resource-s3express-directorybucket.html`,
  },
  cfnKmsKey: { title: 'AWS::KMS::Key', href: `${templates}/aws-resource-kms-key.html` },
  cfnLogging: {
    title: 'AWS::S3::Bucket LoggingConfiguration',
    href: `${templates}/aws-properties-s3-bucket-loggingconfiguration.html`,
  },
  kmsKeyIds: {
    title: 'Key identifiers (KeyId)',
    href: 'https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id',
  },
  arns: {
    title: 'Amazon Resource Names (ARNs)',
    href: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  },
} as const satisfies Record<string, AwsPage>;

/** The names that the pages go by. */
export type SourceName = keyof typeof sources;
