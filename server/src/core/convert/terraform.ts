import type { Stated } from './stated.ts';

/**
 * A text in quotes of HCL, with nothing in it that HCL would work out.
 * https://developer.hashicorp.com/terraform/language/expressions/strings
 */
export function hclString(text: string): string {
  const quoted = JSON.stringify(text).replace(/\\(?:u.{4}|.)/g, (written) => escapes[written] ?? written);
  return quoted.replace(/[$%](?=\{)/g, (sign) => sign + sign);
}

/** The escapes of JSON that HCL lacks. */
const escapes: Readonly<Record<string, string>> = { '\\b': '\\u0008', '\\f': '\\u000c', '\\/': '/' };

/**
 * The block that puts a configuration, of buckets of both types. Its blocked types are a list of texts in the rule, since
 * version 6.22 of the provider (https://github.com/hashicorp/terraform-provider-aws/issues/45157).
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_server_side_encryption_configuration
 */
export function terraformBlock({ bucket = '<Bucket>', configuration }: Stated): string {
  const { sseAlgorithm, kmsMasterKeyId, bucketKeyEnabled, blockedEncryptionTypes } = configuration;
  const byDefault = assignments({
    sse_algorithm: sseAlgorithm === undefined ? undefined : hclString(sseAlgorithm),
    kms_master_key_id: kmsMasterKeyId === undefined ? undefined : hclString(kmsMasterKeyId),
  });
  const rule = [
    ...(byDefault.length === 0 ? [] : block('apply_server_side_encryption_by_default', byDefault)),
    ...assignments({
      bucket_key_enabled: bucketKeyEnabled?.toString(),
      blocked_encryption_types: blockedEncryptionTypes && `[${blockedEncryptionTypes.map(hclString).join(', ')}]`,
    }),
  ];
  const body = [`bucket = ${hclString(bucket)}`, '', ...block('rule', rule)];
  const type = 'aws_s3_bucket_server_side_encryption_configuration';
  return `${block(`resource "${type}" "${nameFor(bucket)}"`, body).join('\n')}\n`;
}

/** Arguments one below the other, their signs in one column, as `terraform fmt` has them. */
function assignments(values: Readonly<Record<string, string | undefined>>): string[] {
  const stated = Object.entries(values).filter(([, value]) => value !== undefined);
  const width = Math.max(0, ...stated.map(([name]) => name.length));
  return stated.map(([name, value]) => `${name.padEnd(width)} = ${value}`);
}

function block(head: string, lines: readonly string[]): string[] {
  return [`${head} {`, ...lines.map((line) => (line === '' ? line : `  ${line}`)), '}'];
}

/** A bucket's name as the name of a resource. */
function nameFor(bucket: string): string {
  const name = bucket.replace(/[^A-Za-z0-9_-]+/g, '_').replace(/^_+|_+$/g, '');
  return /^[A-Za-z_]/.test(name) ? name : `bucket_${name}`.replace(/_$/, '');
}
