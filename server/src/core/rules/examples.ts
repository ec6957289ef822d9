import type { BucketType } from '../s3/bucketTypes.ts';
import type { Example } from './rule.ts';

/** A YAML document, its common indentation taken off. */
export function yaml(strings: TemplateStringsArray): Example {
  return { language: 'yaml', text: dedent(strings.raw[0] ?? '') };
}

/** A JSON document, its common indentation taken off. */
export function json(strings: TemplateStringsArray): Example {
  return { language: 'json', text: dedent(strings.raw[0] ?? '') };
}

/** The example, judged as of this type. */
export function as(bucketType: BucketType, example: Example): Example {
  return { ...example, bucketType };
}

function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const common = Math.min(...indents);
  return `${lines.map((line) => line.slice(common)).join('\n')}\n`;
}
