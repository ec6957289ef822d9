import {
  type BucketType,
  candidateAt,
  candidates,
  converterOf,
  type Document,
  type Form,
  forms,
} from '../core/index.ts';
import type { ConvertAnswer, ConvertParams, WrittenForms } from '../protocol.ts';
import { shownCandidate } from './shownCandidate.ts';
import type { Text } from './text.ts';

const languages: Readonly<Record<Form, string>> = {
  'request-json': 'json',
  'request-yaml': 'yaml',
  'cloudformation-yaml': 'yaml',
  'cloudformation-json': 'json',
  'aws-cli': 'shellscript',
  terraform: 'terraform',
};

/** Writes the configuration at a position in all forms; `assumed` is the type of a bucket that doesn't say it. */
export function answerConvert(
  document: Document,
  text: Text,
  { position }: ConvertParams,
  assumed: BucketType,
): ConvertAnswer {
  const all = candidates(document);
  if (all.length === 0) return { state: 'none' };
  const index = candidateAt(document, text.offsetAt(position));
  if (index === undefined) return { state: 'choose', candidates: all.map((each) => shownCandidate(each, text)) };
  const convert = converterOf(document, index, assumed);
  if (typeof convert === 'string') return { state: convert };
  const written = forms.map((form) => [form, { text: convert(form).text, languageId: languages[form] }]);
  return { state: 'ready', forms: Object.fromEntries(written) as WrittenForms };
}
