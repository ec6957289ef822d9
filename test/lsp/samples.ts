import type { Settings } from '../../server/src/lsp/readSettings.ts';

/** A request with one fault: `SSE-KMS`, in columns 33 to 42 of its fifth line. */
export const faultyRequest = `{
  "Bucket": "reports",
  "ServerSideEncryptionConfiguration": {
    "Rules": [
      { "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "SSE-KMS" } }
    ]
  }
}
`;

/** The range of the fault, with its quotes. */
export const faultRange = { start: { line: 4, character: 64 }, end: { line: 4, character: 73 } };

/** What puts it right. */
export const correction = {
  range: { start: { line: 4, character: 65 }, end: { line: 4, character: 72 } },
  text: 'AES256',
};

/** What brings it back. */
export const relapse = {
  range: { start: { line: 4, character: 65 }, end: { line: 4, character: 71 } },
  text: 'SSE-KMS',
};

/** A request that puts a key beside an algorithm that takes none: a finding that points at both. */
export const keyBesideAes = `{
  "Bucket": "reports",
  "ServerSideEncryptionConfiguration": {
    "Rules": [{ "ApplyServerSideEncryptionByDefault": {
      "SSEAlgorithm": "AES256",
      "KMSMasterKeyID": "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    } }]
  }
}
`;

/** A template with one fault: `SSE-KMS` in its eighth line. */
export const faultyTemplate = `Resources:
  Reports:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: SSE-KMS
`;

/** A document of the languages that are served, and nothing to judge in it. */
export const packageManifest = '{ "name": "reports", "scripts": { "build": "tsc" } }\n';

/** The settings of a user who has set nothing, where the workspace is left alone. */
export const usual: Settings = {
  bucketType: undefined,
  severities: {},
  codeLens: true,
  inlayHints: true,
  workspaceDiagnosis: 'off',
};
