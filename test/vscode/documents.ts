import type { Kind } from './featureTable.ts';

const template = {
  Resources: {
    Data: {
      Type: 'AWS::S3::Bucket',
      Properties: {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
        },
      },
    },
  },
};

const request = {
  Bucket: 'reports',
  ServerSideEncryptionConfiguration: {
    Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
  },
};

const yamlTemplate = `Resources:
  Data:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: aws:kms
`;

const yamlRequest = `Bucket: reports
ServerSideEncryptionConfiguration:
  Rules:
    - ApplyServerSideEncryptionByDefault:
        SSEAlgorithm: aws:kms
`;

const documents: Record<Kind, { readonly name: string; readonly text: string }> = {
  'a YAML template': { name: 'features-template.yaml', text: yamlTemplate },
  'a JSON template': { name: 'features-template.json', text: JSON.stringify(template, undefined, 2) },
  'a YAML request': { name: 'features-request.yaml', text: yamlRequest },
  'a JSON request': { name: 'features-request.json', text: JSON.stringify(request, undefined, 2) },
};

/** A document of each kind that says SSEAlgorithm aws:kms, and nothing else of its encryption. */
export function documentOf(kind: Kind): { readonly name: string; readonly text: string } {
  return documents[kind];
}
