import { reshape } from './reshape.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const cloudFormationNameInApi: Rule = {
  id: 'cloudformation-name-in-api',
  severity: 'error',
  dialects: ['api'],
  insteadOf: ['unknown-property', 'wrong-type', 'no-rule'],
  needs: 'shape-fault',
  *check(world) {
    for (const fault of world.shapeFaults) {
      if (fault.kind !== 'foreign-member') continue;
      const { node, found, expected } = fault;
      yield {
        message: `In a request, ${found} is called ${expected}`,
        at: node,
        fixes: () => reshape(fault, "Use the API's form"),
      };
    }
  },
};

export const docs: RuleDocs = {
  what: "A request uses CloudFormation's spelling: ServerSideEncryptionByDefault, or a bare list of rules.",
  why: `In a request the rules stand under \`Rules\`, and the default is called \`ApplyServerSideEncryptionByDefault\`. The
AWS CLI refuses to send CloudFormation's names; the SDK for JavaScript drops them in silence and sends an empty rule.`,
  fix: 'Put the list under `Rules`, and `Apply` before the name of the default.',
  sources: ['putBucketEncryption', 'entry'],
  bad: [
    {
      language: 'yaml',
      text: `
      Rules:
        - ServerSideEncryptionByDefault:
            SSEAlgorithm: AES256
    `,
    },
    {
      language: 'json',
      text: `
      {
        "Bucket": "amzn-s3-demo-bucket",
        "ServerSideEncryptionConfiguration": [{ "ServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }]
      }
    `,
    },
  ],
  good: [
    {
      language: 'json',
      text: `
      {
        "Bucket": "amzn-s3-demo-bucket",
        "ServerSideEncryptionConfiguration": {
          "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }]
        }
      }
    `,
    },
  ],
};
