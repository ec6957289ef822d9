import { mayBe } from '../cloudformation/mayBe.ts';
import { literalOf, type Text } from '../cloudformation/text.ts';
import { writtenText } from '../cloudformation/value.ts';
import { directoryNamePattern, parseDirectoryBucketName } from '../s3/bucketNames.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const badDirectoryBucketName: Rule = {
  id: 'bad-directory-bucket-name',
  severity: 'error',
  bucketTypes: ['directory'],
  needs: 'bucket-name',
  *check(world) {
    const { bucketName, locationName } = world;
    const written = writtenText(bucketName);
    if (written && isFaulty(written.text)) {
      yield { message: "A directory bucket's name has the form base--zone-id--x-s3", at: written.node };
    }
    if (bucketName.state !== 'known' || locationName.state !== 'known') return;
    const name = parseDirectoryBucketName(bucketName.value);
    if (name && locationName.value !== name.zoneId) {
      const related = [{ message: 'the zone is stated here', at: locationName.node }];
      const message = `The name says zone ${name.zoneId}, LocationName says ${locationName.value}`;
      yield { message, at: bucketName.node, related };
    }
  },
};

function isFaulty(name: Text): boolean {
  const known = literalOf(name);
  return known === undefined ? !mayBe(name, directoryNamePattern) : !parseDirectoryBucketName(known);
}

export const docs: RuleDocs = {
  what: "A directory bucket's literal name doesn't follow base--zone-id--x-s3, or names another zone than LocationName.",
  why: `The name of a directory bucket holds the id of the zone that it lies in, as in
\`amzn-s3-demo-bucket--usw2-az1--x-s3\`: 3 to 63 lower-case letters, digits and hyphens. S3 refuses to create a bucket by
another name, and a request for such a name reaches no directory bucket.`,
  fix: 'Name the bucket by the pattern, with the zone of `LocationName`; or leave `BucketName` out of the template.',
  sources: ['directoryNames', 'cfnDirectoryBucket'],
  bad: [
    {
      language: 'json',
      text: `
      {
        "Bucket": "Data--usw2-az1--x-s3",
        "ServerSideEncryptionConfiguration": {
          "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }]
        }
      }
    `,
    },
    {
      language: 'yaml',
      text: `
      Resources:
        Data:
          Type: AWS::S3Express::DirectoryBucket
          Properties:
            BucketName: amzn-s3-demo-bucket--usw2-az2--x-s3
            LocationName: usw2-az1
            DataRedundancy: SingleAvailabilityZone
    `,
    },
  ],
  good: [
    {
      language: 'yaml',
      text: `
      Resources:
        Data:
          Type: AWS::S3Express::DirectoryBucket
          Properties:
            BucketName: amzn-s3-demo-bucket--usw2-az1--x-s3
            LocationName: usw2-az1
            DataRedundancy: SingleAvailabilityZone
    `,
    },
  ],
};
