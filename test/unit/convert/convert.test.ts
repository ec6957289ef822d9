import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellWord } from '../../../server/src/core/convert/shell.ts';
import { hclString } from '../../../server/src/core/convert/terraform.ts';
import { converterOf, type Form, type Language, preflight, readDocument } from '../../../server/src/core/index.ts';

const key = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const request = JSON.stringify({
  Bucket: 'amzn-s3-demo-bucket',
  ServerSideEncryptionConfiguration: {
    Rules: [
      {
        ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key },
        BucketKeyEnabled: true,
        BlockedEncryptionTypes: { EncryptionType: ['SSE-C'] },
      },
    ],
  },
});

function converted(text: string, language: Language, form: Form): string {
  const convert = converterOf(readDocument(text, language), 0, 'general-purpose');
  if (typeof convert === 'string') throw new Error(convert);
  return convert(form).text;
}

describe('the forms', () => {
  it('the command line', () => {
    expect(converted(request, 'json', 'aws-cli')).toBe(
      `aws s3api put-bucket-encryption \\
  --bucket 'amzn-s3-demo-bucket' \\
  --server-side-encryption-configuration '{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms","KMSMasterKeyID":"${key}"},"BucketKeyEnabled":true,"BlockedEncryptionTypes":{"EncryptionType":["SSE-C"]}}]}'
`,
    );
  });

  it('Terraform', () => {
    expect(converted(request, 'json', 'terraform')).toBe(
      `# blocked_encryption_types needs version 6.22 of the AWS provider.
resource "aws_s3_bucket_server_side_encryption_configuration" "amzn-s3-demo-bucket" {
  bucket = "amzn-s3-demo-bucket"

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = "${key}"
    }
    bucket_key_enabled       = true
    blocked_encryption_types = ["SSE-C"]
  }
}
`,
    );
  });

  it('Terraform, of what is stated alone', () => {
    const plain = '{ "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }] }';
    expect(converted(plain, 'json', 'terraform')).toContain('      sse_algorithm = "AES256"\n    }\n  }\n}\n');
  });

  it('CloudFormation', () => {
    expect(converted(request, 'json', 'cloudformation-yaml')).toBe(
      `Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: amzn-s3-demo-bucket
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: aws:kms
              KMSMasterKeyID: ${key}
            BucketKeyEnabled: true
            BlockedEncryptionTypes:
              EncryptionType:
                - SSE-C
`,
    );
  });

  it('a directory bucket is one in each', () => {
    const directory = request.replace('amzn-s3-demo-bucket', 'demo--usw2-az1--x-s3');
    expect(converted(directory, 'json', 'cloudformation-yaml')).toContain('Type: AWS::S3Express::DirectoryBucket');
    expect(converted(directory, 'json', 'cloudformation-yaml')).toContain('LocationName: usw2-az1');
    expect(converted(directory, 'json', 'aws-cli')).toContain('# A directory bucket is reached in its own Region');
    expect(converted(directory, 'json', 'terraform')).not.toContain('general purpose');
  });
});

describe('what is not known', () => {
  const template = `Parameters: { Key: { Type: String } }
Resources:
  Data:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: !Ref Key }
`;

  it('is a placeholder and a note', () => {
    const text = converted(template, 'yaml', 'aws-cli');
    expect(text).toContain('# KMSMasterKeyID is only known at deployment: replace <KMSMasterKeyID>.\n');
    expect(text).toContain('# The bucket is not named: replace <Bucket>.\n');
    expect(text).toContain('"KMSMasterKeyID":"<KMSMasterKeyID>"');
  });

  it('and what is wrong has to be mended first', () => {
    const wrong = readDocument('{ "Rules": [{ "BucketKeyEnable": true }] }', 'json');
    expect(converterOf(wrong, 0, 'general-purpose')).toBe('unsound');
    const two = readDocument('{ "Rules": [{ "BucketKeyEnabled": true }, { "BucketKeyEnabled": true }] }', 'json');
    expect(converterOf(two, 0, 'general-purpose')).toBe('unsound');
  });

  it('and what depends on choices is not one alone', () => {
    const either = readDocument(
      template.replace('SSEAlgorithm:', "SSEAlgorithm: !If [Kms, 'aws:kms', 'aws:kms:dsse'], Was:"),
      'yaml',
    );
    expect(converterOf(either, 0, 'general-purpose')).toBe('depends');
  });
});

const configuration = fc.record(
  {
    sseAlgorithm: fc.constantFrom('AES256', 'aws:kms', 'aws:kms:dsse'),
    bucketKeyEnabled: fc.boolean(),
    blocked: fc.constantFrom(['NONE'], ['SSE-C']),
  },
  { requiredKeys: ['sseAlgorithm'] },
);

describe('there and back again', () => {
  it.each<Form>(['request-json', 'request-yaml', 'cloudformation-json', 'cloudformation-yaml'])('by %s', (form) => {
    fc.assert(
      fc.property(configuration, ({ sseAlgorithm, bucketKeyEnabled, blocked }) => {
        const entry = {
          ApplyServerSideEncryptionByDefault: {
            SSEAlgorithm: sseAlgorithm,
            ...(sseAlgorithm !== 'AES256' && { KMSMasterKeyID: key }),
          },
          ...(bucketKeyEnabled !== undefined && { BucketKeyEnabled: bucketKeyEnabled }),
          ...(blocked && { BlockedEncryptionTypes: { EncryptionType: blocked } }),
        };
        const text = JSON.stringify({ Bucket: 'demo', ServerSideEncryptionConfiguration: { Rules: [entry] } });
        const other = converted(text, 'json', form);
        const language = form.endsWith('json') ? 'json' : 'yaml';
        const [before, after] = [readDocument(text, 'json'), readDocument(other, language)];
        expect(preflight(after, 0, 'general-purpose')).toMatchObject({
          ...preflight(before, 0, 'general-purpose'),
          warnings: expect.anything(),
        });
        expect(converted(other, language, 'request-json')).toBe(converted(text, 'json', 'request-json'));
      }),
    );
  });
});

describe('quoting', () => {
  it('the shell gives back every text', () => {
    const texts = fc.sample(fc.string({ unit: 'grapheme' }), 60).map((text) => text.replaceAll('\0', ''));
    const tricky = ["'", "''", '$(id)', '`id`', '\\', '"', '!', '\n', '*', '~', '-n', '%s', ''];
    for (const text of [...texts, ...tricky]) {
      expect(execFileSync('sh', ['-c', `printf %s ${shellWord(text)}`], { encoding: 'utf8' })).toBe(text);
    }
  });

  it('the argument of the command is the configuration', () => {
    const text = request.replace(key, 'it\'s `key` \\\\ \\"');
    const command = converted(text, 'json', 'aws-cli').replace('aws s3api put-bucket-encryption', 'printf "%s\\n"');
    const printed = execFileSync('sh', ['-c', command], { encoding: 'utf8' }).split('\n');
    const { ServerSideEncryptionConfiguration: configured } = JSON.parse(text);
    expect(printed.slice(0, 3)).toEqual(['--bucket', 'amzn-s3-demo-bucket', '--server-side-encryption-configuration']);
    expect(JSON.parse(printed[3] ?? '')).toEqual(configured);
  });

  it('HCL gives back every text', () => {
    const tricky = fc.array(fc.constantFrom('$', '%', '{', '}', '"', '\\', '\n', 'u', '$${', '%%{', '\b', '\u2028'));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          tricky.map((parts) => parts.join('')),
        ),
        (text) => {
          const written = hclString(text);
          expect(written).not.toMatch(/[\r\n]/);
          expect(readHcl(written)).toBe(text);
        },
      ),
    );
  });

  it('HCL works nothing out', () => {
    expect(hclString('a${b}%{c}"\\b\b\f\n')).toBe('"a$${b}%%{c}\\"\\\\b\\u0008\\u000c\\n"');
  });
});

/** Reads a quoted text as HCL's specification says; what would be a template throws. */
function readHcl(written: string): string {
  const piece = /\\(?:u([0-9A-Fa-f]{4})|([nrt"\\]))|([$%])\3\{|([$%]\{)|([^"\\])/gsu;
  return written.slice(1, -1).replace(piece, (_, code, escaped, sign, template, plain) => {
    if (template) throw new Error(`HCL would work out ${written}`);
    if (code) return String.fromCharCode(Number.parseInt(code, 16));
    if (escaped) return { n: '\n', r: '\r', t: '\t' }[escaped as string] ?? escaped;
    return sign ? `${sign}{` : plain;
  });
}
