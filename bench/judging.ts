import { lint, readDocument } from '../server/src/core/index.ts';
import { findSubjects } from '../server/src/core/model/finders/findSubjects.ts';

// How long it takes to judge one bucket by all rules, warm, in microseconds: what is found in the document is given.
const text = [
  'Resources:',
  '  Bucket:',
  '    Type: AWS::S3::Bucket',
  '    Properties:',
  '      BucketEncryption:',
  '        ServerSideEncryptionConfiguration:',
  '          - BucketKeyEnabled: true',
  '            ServerSideEncryptionByDefault:',
  '              SSEAlgorithm: aws:kms',
  '              KMSMasterKeyID: alias/data',
  '',
].join('\n');
const document = readDocument(text, 'yaml');
findSubjects(document);

const rounds = 20_000;
// Other severities each time, so that no findings are remembered.
const judge = () => lint(document, { severities: {} });
for (let round = 0; round < rounds; round++) judge();
const began = performance.now();
for (let round = 0; round < rounds; round++) judge();
console.log(((performance.now() - began) / rounds) * 1000);
