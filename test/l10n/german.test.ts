import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import german from '../../l10n/bundle.l10n.de.json';
import manifest from '../../package.json';
import germanNls from '../../package.nls.de.json';
import englishNls from '../../package.nls.json';
import {
  candidates,
  fixesOf,
  lint,
  type Preflight,
  preflight,
  readDocument,
  refactoringsAt,
  startOf,
  suppressFixes,
} from '../../server/src/core/index.ts';
import { ruleDocs } from '../../server/src/core/rules/docs.ts';
import { memberFacts, valueFacts } from '../../server/src/core/s3/describeFacts.ts';
import { sayTitle } from '../../server/src/features/titles.ts';
import { sayEnglish } from '../../server/src/tongue/say.ts';
import { tongueOf } from '../../server/src/tongue/translate.ts';
import { readFixtures } from '../unit/fixtures/readFixtures.ts';

const root = new URL('../..', import.meta.url).pathname;
const texts: Readonly<Record<string, string>> = german;
const { say, translate } = tongueOf(texts);

/** Names, and texts for the log: the same in every language. */
const inNoLanguage = new Set([
  'S3 Express One Zone',
  'Terraform',
  'bucket owner',
  'Apply to Bucket: {}',
  'journal of {}.yaml',
  'Hand Over.md',
]);

const filesIn = (folder: string) =>
  readdirSync(`${root}${folder}`)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`);

/** Where texts are put together that a command shows: no editor is known there. */
const putTogether = [
  ...filesIn('client/src/apply/checks'),
  ...filesIn('server/src/core/preflight'),
  ...['plan/plan', 'execute/execute', 'execute/obstacle', 'journal/journalDocument', 'fleet/fleetResult'].map(
    (file) => `client/src/apply/${file}.ts`,
  ),
  ...['advice', 'toFailure', 'encryption', 'keys', 'road', 'redirect'].map((file) => `client/src/aws/${file}.ts`),
];

/** Parts of texts that are met as wholes. */
const fragments = new Set([
  '${message}: only the full key ARN works then',
  "in an identity policy of the bucket's own account, and with a KMS key kms:GenerateDataKey and kms:Decrypt",
  '– or the bucket belongs to another account than ${operation.expectedOwner}, which the request names as its owner:',
  "state the owner's account as ExpectedBucketOwner",
]);

/** The literals of a source that read as English, values left out. */
function phrasesIn(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|^import .*$/gm, '');
  const literals = [...code.matchAll(/"([^"\n]*)"|'([^'\n]*)'|`([^`]*)`/g)].map(
    ([, ...texts]) => texts.find(Boolean) ?? '',
  );
  return literals.filter((text) => /[A-Za-z]{2,} [a-z]{2,}/.test(text.replace(/\$\{[^}]*\}/g, 'a')));
}

/** Those that are not given to `l10n.t`. */
function bareTexts(source: string): string[] {
  const code = source.replace(/\bl10n\.t\(\s*'(?:[^'\\]|\\.)*'/g, 'said(');
  const shown = /\b(?:label|title|detail|description|placeHolder|prompt|saveLabel): (['`])([A-Z][^'`]*)\1/g;
  const phrases = phrasesIn(code);
  const named = [...code.matchAll(shown)].map(([, , text]) => text ?? '');
  const texts = [...phrases, ...named].map((text) => text.replace(/\$\{[^}]*\}/g, '{}'));
  return [...new Set(texts)].filter((text) => !inNoLanguage.has(text));
}

describe('German', () => {
  it('has every message of the rules', () => {
    const messages = readFixtures().flatMap(({ text, language, options }) =>
      lint(readDocument(text, language), options).flatMap(({ message, related }) => [
        message.replace(/ \((?:when|for example when) .*\)$/s, ''),
        ...related.map((each) => each.message),
      ]),
    );
    expect([...new Set(messages)].filter((message) => translate(message) === message)).toEqual([]);
  });

  it('has what every rule reports', () => {
    const summaries = Object.values(ruleDocs).map(({ what }) => what);
    expect(summaries.filter((what) => !(what in texts))).toEqual([]);
  });

  it('has every fact', () => {
    const facts = [
      ...Object.values(memberFacts),
      ...Object.values(valueFacts).flatMap((values) => Object.values(values)),
    ];
    const said = facts
      .flatMap((fact) => [fact, fact.on?.directory])
      .flatMap((fact) => [fact?.what, fact?.cost, fact?.otherAccounts, fact?.byDefault])
      // A value alone is the same in every language.
      .filter((text) => text !== undefined && !/^`[^`]*`$/.test(text));
    expect(said.filter((text) => text !== undefined && !(text in texts))).toEqual([]);
  });

  it('has every text that the server and the client say', () => {
    const sources = ['server/src', 'client/src'].flatMap((folder) =>
      readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(`${root}${folder}/${file}`, 'utf8')),
    );
    const said = sources.flatMap((text) =>
      [...text.matchAll(/\b(?:say|l10n\.t)\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, english]) => english),
    );
    expect(said.length).toBeGreaterThan(30);
    expect(said.filter((english) => !((english ?? '') in texts))).toEqual([]);
  });

  it('is asked for by every text that a command shows', () => {
    const folder = `${root}client/src/commands`;
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const bare = files.flatMap((file) =>
      bareTexts(readFileSync(`${folder}/${file}`, 'utf8')).map((text) => `${file}: ${text}`),
    );
    expect(bare).toEqual([]);
  });

  it('has what is put together in English for a command to show', () => {
    const english = putTogether.flatMap((file) => phrasesIn(readFileSync(`${root}${file}`, 'utf8')));
    const said = [...new Set(english)].filter((text) => !fragments.has(text));
    expect(said.length).toBeGreaterThan(90);
    // Each value is one of another name, as nobody's texts have it.
    const filledIn = said.map((text) => text.replace(/\$\{[^}]*\}/g, 'xyz'));
    expect(filledIn.filter((text) => translate(text) === text)).toEqual([]);
  });

  it.each([
    ["window.showErrorMessage('Not there');", ['Not there']],
    ['const prompt = `Type the name ${name}`;', ['Type the name {}']],
    ["const item = { label: 'Again' };", ['Again']],
    ["window.showErrorMessage(l10n.t('Not there'));", []],
    ["const label = `$(close) ${l10n.t('Not there')}`;", []],
  ])('is missed in %s', (source, expected) => {
    expect(bareTexts(source)).toEqual(expected);
  });

  it('has the same values in its texts', () => {
    const holes = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort();
    const more = Object.entries(texts).filter(([english, text]) =>
      holes(text).some((hole) => !holes(english).includes(hole)),
    );
    expect(more).toEqual([]);
  });
});

describe('a title', () => {
  const titles = readFixtures().flatMap(({ text, language, options }) => {
    const document = readDocument(text, language);
    return lint(document, options).flatMap((finding) => [
      ...fixesOf(document, finding),
      ...suppressFixes(document, finding, true),
      ...refactoringsAt(document, startOf(finding.span), 'general-purpose').changes,
    ]);
  });

  it('of every fix and refactoring is said', () => {
    const english = [...new Set(titles.map(({ title }) => title))];
    expect(english.length).toBeGreaterThan(100);
    expect(english.filter((title) => sayTitle(title, say) === title)).toEqual([]);
  });

  it.each([
    ['Use AES256', 'AES256 verwenden'],
    ['Rename to Rules (wherever &a is used)', 'In Rules umbenennen (überall, wo &a verwendet wird)'],
    ['No such title', 'No such title'],
  ])('%s', (title, expected) => {
    expect(sayTitle(title, say)).toBe(expected);
    expect(sayTitle(title, sayEnglish)).toBe(title);
  });
});

describe('a preflight', () => {
  const preflights = readFixtures().flatMap(({ text, language }) => {
    const document = readDocument(text, language);
    return candidates(document).flatMap(({ index }) =>
      (['general-purpose', 'directory'] as const).flatMap((type) => preflight(document, index, type) ?? []),
    );
  });

  const said = (preflight: Preflight): readonly string[] => {
    if (preflight.state === 'blocked') return preflight.blockers.map(({ message }) => message);
    if (preflight.state !== 'open') return [];
    const { kind, label, detail } = preflight.question;
    const isName = kind === 'member' || kind === 'comparison';
    // What the template says of a parameter is in its author's language.
    return [...(isName ? [] : [label]), ...(kind === 'member' && detail !== undefined ? [detail] : [])];
  };

  it('has all that it asks and all that stands in its way in German', () => {
    const english = [...new Set(preflights.flatMap(said))];
    expect(english.length).toBeGreaterThan(100);
    expect(english.filter((text) => translate(text) === text)).toEqual([]);
  });

  it.each([
    ['parameter Stage', 'Parameter Stage'],
    ['item of the Fn::ForEach over Names', 'Element des Fn::ForEach über Names'],
    ['It is written as !GetAtt Key.Arn', 'Geschrieben ist !GetAtt Key.Arn'],
    ['KMSMasterKeyID is only known at deployment', 'KMSMasterKeyID ist erst bei der Bereitstellung bekannt'],
    ['With what was chosen there is no such bucket', 'Mit dieser Auswahl gibt es keinen solchen Bucket'],
  ])('%s', (english, expected) => {
    expect(translate(english)).toBe(expected);
  });
});

describe('words', () => {
  it("are AWS's own in German: it is der ARN", () => {
    const all = [...Object.values(texts), ...Object.values(germanNls)];
    expect(all.filter((text) => /\b(?:die|eine|einer|seine|seiner|ihre|ihrer|volle|vollen) ARN\b/i.test(text))).toEqual(
      [],
    );
  });
});

describe('a message', () => {
  it.each([
    ['KMSMasterKeyID is not allowed with AES256', 'KMSMasterKeyID ist bei AES256 nicht erlaubt'],
    [
      'SSEAlgorithm "SSE-KMS" does not exist; did you mean aws:kms?',
      'SSEAlgorithm "SSE-KMS" gibt es nicht; ist aws:kms gemeint?',
    ],
    ['The rule sets nothing (when IsProd is false)', 'Die Regel setzt nichts (wenn gilt: IsProd ist false)'],
    [
      "You need s3:PutEncryptionConfiguration – or the bucket belongs to another account than 111122223333, which the request names as its owner: state the owner's account as ExpectedBucketOwner",
      'Sie brauchen s3:PutEncryptionConfiguration – oder der Bucket gehört einem anderen Konto als 111122223333, das die Anfrage als Besitzer nennt: geben Sie dessen Konto als ExpectedBucketOwner an',
    ],
    [
      "the key is account 1's and the bucket 2's: only the full key ARN works then",
      'der Schlüssel gehört dem Konto 1 und der Bucket dem Konto 2: dann funktioniert nur der vollständige Schlüssel-ARN',
    ],
    ['no answer came, and the bucket has something else', 'es kam keine Antwort, und der Bucket hat etwas anderes'],
    ['No such message', 'No such message'],
  ])('%s', (english, expected) => {
    expect(translate(english)).toBe(expected);
  });

  it('takes no member of JavaScript’s objects for a text', () => {
    expect(translate('constructor')).toBe('constructor');
    expect(say('toString')).toBe('toString');
  });

  it('stays English without texts', () => {
    expect(tongueOf(undefined).translate('The rule sets nothing')).toBe('The rule sets nothing');
    expect(tongueOf(undefined).say('{0} with {1}', 'a', 'b')).toBe('a with b');
  });
});

describe('the manifest', () => {
  const used = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key ?? '');

  it('names texts that are there, and leaves none unused', () => {
    expect(Object.keys(englishNls).sort()).toEqual([...new Set(used)].sort());
    expect(Object.keys(germanNls).sort()).toEqual(Object.keys(englishNls).sort());
  });

  it('says nothing in English alone', () => {
    const { commands, configuration, walkthroughs } = manifest.contributes;
    const titles = [
      ...commands.map(({ title }) => title),
      ...walkthroughs.flatMap(({ title, steps }) => [
        title,
        ...steps.flatMap((step) => [step.title, step.media.altText]),
      ]),
    ];
    const described = Object.values(configuration.properties).map(({ markdownDescription }) => markdownDescription);
    expect([...titles, ...described].filter((text) => !text.startsWith('%'))).toEqual([]);
  });

  it('sets in walkthroughs only what they render: bold, code and links', () => {
    const described = [englishNls, germanNls].flatMap((texts) =>
      Object.entries(texts).filter(([key]) => /^walkthrough\..*description$/.test(key)),
    );
    expect(described.filter(([, text]) => /(?<!\*)\*(?!\*)|(?<![\w`])_\w/.test(text))).toEqual([]);
  });
});
