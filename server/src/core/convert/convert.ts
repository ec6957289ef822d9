import { statedSubjects } from '../model/finders/candidates.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import type { Document } from '../syntax/document.ts';
import { spellBlock } from '../syntax/edit/spell.ts';
import { requestOf, templateOf } from './modelValues.ts';
import { awsCommand, requestJson } from './shell.ts';
import { type Stated, statedBy } from './stated.ts';
import { terraformBlock } from './terraform.ts';

/** The forms that a configuration can be written in. */
export const forms = [
  'request-json',
  'request-yaml',
  'cloudformation-yaml',
  'cloudformation-json',
  'aws-cli',
  'terraform',
] as const;
/** One of them. */
export type Form = (typeof forms)[number];

/** A configuration in another form. */
export interface Converted {
  readonly text: string;
  /** What the text can't say, a sentence each: values that aren't known, what the form lacks. */
  readonly notes: readonly string[];
}

/**
 * What writes one of a document's configurations in another form. Nothing is guessed: what isn't known is a placeholder in
 * `<…>`, and a note. There is none for a configuration that `depends` on choices, and for one that isn't one plain rule: what is
 * wrong with it has to be mended first.
 */
export function converterOf(
  document: Document,
  index: number,
  assumed: BucketType,
): ((form: Form) => Converted) | 'depends' | 'unsound' {
  const subject = statedSubjects(document)[index];
  const [world, ...others] = subject?.worlds ?? [];
  if (!subject || !world || others.length > 0) return 'depends';
  const stated = statedBy(world, subject.node, subject.bucketType ?? assumed);
  return stated ? (form) => convert(stated, form) : 'unsound';
}

function convert(stated: Stated, form: Form): Converted {
  const notes = [...stated.notes, ...notesOn(stated, form)];
  const mark = form === 'request-json' || form === 'cloudformation-json' ? undefined : '#';
  const head = mark ? notes.map((note) => `${mark} ${note}.\n`).join('') : '';
  return { text: head + written(stated, form), notes };
}

function written(stated: Stated, form: Form): string {
  switch (form) {
    case 'request-json':
      return requestJson(stated);
    case 'request-yaml':
      return `${spellBlock(requestOf(stated), plainPage, '')}\n`;
    case 'cloudformation-json':
      return `${JSON.stringify(templateOf(stated), null, 2)}\n`;
    case 'cloudformation-yaml':
      return `${spellBlock(templateOf(stated), plainPage, '')}\n`;
    case 'aws-cli':
      return awsCommand(stated);
    case 'terraform':
      return terraformBlock(stated);
  }
}

const plainPage = { text: '', language: 'yaml', eol: '\n', unit: '  ', hasFlushLists: false } as const;

function notesOn({ bucket, bucketType, configuration, request }: Stated, form: Form): string[] {
  const isTemplate = form.startsWith('cloudformation');
  const notes: string[] = [];
  if (bucket === undefined && !isTemplate) notes.push('The bucket is not named: replace <Bucket>');
  if (request.contentMD5 !== undefined)
    notes.push('ContentMD5 is left out: it belongs to one body, and tools compute it');
  if (isTemplate || form === 'terraform') notes.push(...leftOut(request));
  if (form === 'terraform' && configuration.blockedEncryptionTypes)
    notes.push('blocked_encryption_types needs version 6.22 of the AWS provider');
  if (form === 'aws-cli' && bucketType === 'directory')
    notes.push('A directory bucket is reached in its own Region: add --region where another one is set');
  return notes;
}

/** Members of the request that say how it is sent, and nothing of what the bucket will have. */
function leftOut({ expectedBucketOwner, checksumAlgorithm }: Stated['request']): string[] {
  return [
    ...(expectedBucketOwner === undefined ? [] : ['ExpectedBucketOwner is left out: it belongs to a request']),
    ...(checksumAlgorithm === undefined ? [] : ['ChecksumAlgorithm is left out: it belongs to a request']),
  ];
}
