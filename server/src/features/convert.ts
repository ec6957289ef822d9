import { type BucketType, candidateAt, candidates, convert, type Document, type Form } from '../core/index.ts';
import type { ConvertAnswer, ConvertParams } from '../protocol.ts';
import type { Text } from './text.ts';

const languages: Readonly<Record<Form, string>> = {
  'request-json': 'json',
  'request-yaml': 'yaml',
  'cloudformation-yaml': 'yaml',
  'cloudformation-json': 'json',
  'aws-cli': 'shellscript',
  terraform: 'terraform',
};

/** Writes the configuration at a position in another form; `assumed` is the type of a bucket that doesn't say it. */
export function answerConvert(
  document: Document,
  text: Text,
  { position, form }: ConvertParams,
  assumed: BucketType,
): ConvertAnswer {
  if (candidates(document).length === 0) return { state: 'none' };
  const index = candidateAt(document, text.offsetAt(position));
  if (index === undefined) return { state: 'choose' };
  const converted = convert(document, index, form, assumed);
  return converted ? { state: 'ready', text: converted.text, languageId: languages[form] } : { state: 'unsound' };
}
