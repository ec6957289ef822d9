import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Document, languageOf, readDocument } from '../../../server/src/core/index.ts';
import type { Text } from '../../../server/src/features/text.ts';
import { dedent } from '../../support/dedent.ts';

/** A document with a place in it, as the features get it. */
export interface Source {
  readonly document: Document;
  readonly text: Text & { getText(): string };
  /** Where `|` stood; 0 where there was none. */
  readonly offset: number;
}

/** Reads a text whose `|` is the cursor. The name tells the language. */
export function source(name: string, marked: string, cursor = '|'): Source {
  const whole = dedent({ language: 'yaml', text: marked }).text;
  const offset = Math.max(0, whole.indexOf(cursor));
  const content = whole.replace(cursor, '');
  const language = languageOf(name, content);
  const text = TextDocument.create(`file:///project/${name}`, language, 1, content);
  return { document: readDocument(content, language), text, offset };
}

/** The four kinds of document, each with one bucket: `byDefault` stands in the default, `entry` beside it. */
export function fourKinds(byDefault: Record<string, unknown>, entry: Record<string, unknown> = {}): [string, string][] {
  const inTemplate = { ServerSideEncryptionByDefault: byDefault, ...entry };
  const inRequest = { ApplyServerSideEncryptionByDefault: byDefault, ...entry };
  const template = {
    Resources: {
      Data: {
        Type: 'AWS::S3::Bucket',
        Properties: { BucketEncryption: { ServerSideEncryptionConfiguration: [inTemplate] } },
      },
    },
  };
  const request = { Bucket: 'reports', ServerSideEncryptionConfiguration: { Rules: [inRequest] } };
  return [
    ['template.yaml', yamlOf(template)],
    ['template.json', JSON.stringify(template, undefined, 2)],
    ['request.yaml', yamlOf(request)],
    ['request.json', JSON.stringify(request, undefined, 2)],
  ];
}

/** Block YAML of plain maps, lists and scalars. */
function yamlOf(value: unknown, indent = ''): string {
  if (Array.isArray(value)) {
    return value.map((item) => `\n${indent}- ${yamlOf(item, `${indent}  `).trimStart()}`).join('');
  }
  if (typeof value !== 'object' || value === null) return ` ${value}`;
  const members = Object.entries(value).map(([key, inner]) => `\n${indent}${key}:${yamlOf(inner, `${indent}  `)}`);
  return indent === '' ? members.join('').trimStart() : members.join('');
}
