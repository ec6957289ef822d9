import { reshape } from './reshape.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const apiNameInCloudFormation: Rule = {
  id: 'api-name-in-cloudformation',
  severity: 'error',
  dialects: ['cloudformation'],
  insteadOf: ['unknown-property', 'wrong-type'],
  needs: 'shape-fault',
  *check(world) {
    for (const fault of world.shapeFaults) {
      if (fault.kind !== 'foreign-member') continue;
      const { node, found, expected } = fault;
      const instead = expected ? `is called ${expected}` : 'is left out: the list stands here itself';
      yield {
        message: `In a template, ${found} ${instead}`,
        at: node,
        fixes: () => reshape(fault, "Use CloudFormation's form"),
      };
    }
  },
};

export const docs: RuleDocs = {
  what: "A template uses the API's spelling: Rules, or ApplyServerSideEncryptionByDefault.",
  why: `In a template \`ServerSideEncryptionConfiguration\` is the list of rules itself, without \`Rules\`, and the default
is called \`ServerSideEncryptionByDefault\`. CloudFormation refuses the API's names as unknown properties.`,
  fix: 'Leave `Rules` out, and `Apply` off the name of the default.',
  sources: ['cfnBucketEncryption', 'cfnEntry'],
  bad: [
    {
      language: 'yaml',
      text: `
      Resources:
        Data:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                Rules:
                  - ApplyServerSideEncryptionByDefault:
                      SSEAlgorithm: AES256
    `,
    },
    {
      language: 'json',
      text: `
      { "Resources": { "Data": {
        "Type": "AWS::S3::Bucket",
        "Properties": { "BucketEncryption": {
          "ServerSideEncryptionConfiguration": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }]
        } }
      } } }
    `,
    },
  ],
  good: [
    {
      language: 'yaml',
      text: `
      Resources:
        Data:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault:
                    SSEAlgorithm: AES256
    `,
    },
  ],
};
