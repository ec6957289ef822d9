import { afterEach, describe, it } from 'mocha';
import { closeAll, open, openNew, untilFindings } from './support.ts';

describe('the API', () => {
  afterEach(closeAll);

  it('in a request for put-bucket-encryption', async () => {
    const document = await open('put-bucket-encryption.json');
    await untilFindings(document, [
      'error bad-expected-owner: "1111-2222-3333"',
      'error kms-key-without-kms: "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"',
      'hint bucket-key-without-kms: true',
    ]);
  });

  it('in a configuration alone', async () => {
    const document = await open('configuration.json');
    await untilFindings(document, ['error cloudformation-name-in-api: "ServerSideEncryptionByDefault"']);
  });

  it('in a YAML request whose bucket is a directory bucket by its name', async () => {
    const document = await openNew(
      'request.yaml',
      `Bucket: amzn-s3-demo-bucket--use1-az5--x-s3
ServerSideEncryptionConfiguration:
  Rules:
    - ApplyServerSideEncryptionByDefault:
        SSEAlgorithm: aws:kms:dsse
        KMSMasterKeyID: 1234abcd-12ab-34cd-56ef-1234567890ab
`,
    );
    await untilFindings(document, ['error dsse-on-directory-bucket: aws:kms:dsse']);
  });
});
