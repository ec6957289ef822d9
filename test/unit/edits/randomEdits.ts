import type { Language, TextEdit } from '../../../server/src/core/index.ts';
import type { Random } from './random.ts';
import { resourceText, statedWords } from './templates.ts';

/** Edits that a client sends at once, each of the text that the one before it made, and what kind they are of. */
export interface Stroke {
  readonly kind: string;
  readonly edits: readonly TextEdit[];
}

type Maker = (text: string, random: Random, language: Language) => readonly TextEdit[];

const characters = [
  ...'abxyzAES:kms-_.,/\\ "\'{}[]#&*!|>%@`?=~09',
  '\n',
  '\n  ',
  '\n    ',
  '\t',
  '\r',
  '\r\n',
  '\0',
  '\u2028',
  '🪣',
];
const snippets = [
  'SSEAlgorithm: AES256',
  '"SSEAlgorithm": "AES256",',
  '\n  New',
  '\n  New:',
  '\nOutputs:\n',
  '\nResources:\n',
  '"Resources": {',
  '\n---\n',
  ': &anchor ',
  ': *anchor',
  '!Ref Algorithm',
  '|\n      text: "\n',
  '/* "',
  '// } "',
  '# s3-encryption-ignore-next-line unknown-algorithm\n',
  '# s3-bucket-type: directory\n',
  '\n    Metadata:\n      s3-encryption:\n        ignore: [unknown-algorithm]',
  '{}',
  '- - a',
  '<<: {a: b}',
  '{% if x %}\n',
  '{{ x }}\n',
];

const makers: Readonly<Record<string, Maker>> = {
  typing: (text, random) => [{ ...at(placeIn(text, random)), newText: random.pick(characters) }],
  'typing a word': (text, random) => {
    const start = placeIn(text, random);
    return [...random.pick(snippets)].map((newText, index) => ({ ...at(start + index), newText }));
  },
  deleting: (text, random) => {
    const start = placeIn(text, random);
    return [{ start, end: Math.min(text.length, start + 1 + random.below(random.chance(80) ? 3 : 60)), newText: '' }];
  },
  pasting: (text, random, language) => {
    const start = random.chance(70) ? lineStart(text, placeIn(text, random)) : placeIn(text, random);
    return [{ ...at(start), newText: random.chance(50) ? resourceText(random, language) : random.pick(snippets) }];
  },
  'cutting lines': (text, random) => {
    const start = lineStart(text, placeIn(text, random));
    return [{ start, end: lineStart(text, Math.min(text.length, start + random.below(500))), newText: '' }].map(
      ordered,
    );
  },
  'cutting a resource': (text, random) => {
    const keys = [...text.matchAll(/^ {2,4}"?\w+"?:/gm)];
    if (keys.length < 2) return [];
    const first = random.below(keys.length - 1);
    return [{ start: keys[first]?.index ?? 0, end: keys[first + 1]?.index ?? 0, newText: '' }];
  },
  indenting: (text, random) => perLine(text, random, (start) => ({ ...at(start), newText: '  ' })),
  outdenting: (text, random) =>
    perLine(text, random, (start) => ({ start, end: text.startsWith('  ', start) ? start + 2 : start, newText: '' })),
  quoting: (text, random) => {
    const words = [...text.matchAll(/[\w:-]+/g)];
    const word = random.pick(words.length > 0 ? words : [undefined]);
    if (!word) return [];
    const [open = '', close = ''] = random.pick(['""', "''", '{}', '[]', '"']);
    return [
      { ...at(word.index + word[0].length), newText: close },
      { ...at(word.index), newText: open },
    ];
  },
  unquoting: (text, random) => {
    const marks = [...text.matchAll(/["'{}[\],:]/g)];
    const mark = random.pick(marks.length > 0 ? marks : [undefined]);
    return mark ? [{ start: mark.index, end: mark.index + 1, newText: random.chance(30) ? '"' : '' }] : [];
  },
  restating: (text, random) => {
    const group = random.pick(statedWords);
    const words = [...text.matchAll(new RegExp(`(?<![\\w-])(?:${group.join('|')})(?![\\w-])`, 'g'))];
    const word = random.pick(words.length > 0 ? words : [undefined]);
    return word ? [{ start: word.index, end: word.index + word[0].length, newText: random.pick(group) }] : [];
  },
  'many cursors': (text, random) => {
    const newText = random.pick([...characters, ...snippets]);
    const places = Array.from({ length: 2 + random.below(4) }, () => placeIn(text, random));
    return places.sort((a, b) => b - a).map((place) => ({ ...at(place), newText }));
  },
  'line ends': (text, random) => {
    const ends = [...text.matchAll(/\r\n?|\n/g)];
    const end = random.pick(ends.length > 0 ? ends : [undefined]);
    return end
      ? [{ start: end.index, end: end.index + end[0].length, newText: random.pick(['\n', '\r\n', '\r']) }]
      : [];
  },
  'byte-order mark': (text) => [
    text.startsWith('\uFEFF') ? { start: 0, end: 1, newText: '' } : { ...at(0), newText: '\uFEFF' },
  ],
};

/** The small ones more often, as people do them. */
const kinds = [...Object.keys(makers), 'typing', 'typing', 'typing a word', 'deleting', 'deleting', 'quoting'];

/** Something that a person might do to a text. */
export function randomStroke(text: string, random: Random, language: Language): Stroke {
  const kind = random.pick(kinds);
  return { kind, edits: makers[kind]?.(text, random, language) ?? [] };
}

/** The edits that take a stroke back. */
export function inverseOf(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let now = text;
  const inverse: TextEdit[] = [];
  for (const edit of edits) {
    const { start, end, newText } = edit;
    inverse.unshift({ start, end: start + newText.length, newText: now.slice(start, end) });
    now = applied(now, edit);
  }
  return inverse;
}

/** A text after an edit. */
export function applied(text: string, { start, end, newText }: TextEdit): string {
  return text.slice(0, start) + newText + text.slice(end);
}

function at(offset: number) {
  return { start: offset, end: offset };
}

function ordered({ start, end, newText }: TextEdit): TextEdit {
  return { start: Math.min(start, end), end: Math.max(start, end), newText };
}

function placeIn(text: string, random: Random): number {
  return random.below(text.length + 1);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** An edit at the start of each of some lines, the last line first. */
function perLine(text: string, random: Random, edit: (start: number) => TextEdit): TextEdit[] {
  const first = lineStart(text, placeIn(text, random));
  const starts = [first];
  for (let count = random.below(12); count > 0; count--) {
    const end = text.indexOf('\n', starts.at(-1));
    if (end === -1) break;
    starts.push(end + 1);
  }
  return starts.reverse().map(edit);
}
