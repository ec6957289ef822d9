import { describe, expect, it } from 'vitest';
import { type Language, LiveDocument, SourceText } from '../../../server/src/core/index.ts';
import { findSubjects } from '../../../server/src/core/model/finders/findSubjects.ts';
import type { BucketSubject } from '../../../server/src/core/model/subject.ts';
import { keyOf } from '../../../server/src/core/syntax/pointer.ts';

/** What the bucket of that name rests on, as the value of its key. */
const keys = {
  OnParameter: { Ref: 'KeyArn' },
  OnCondition: { 'Fn::If': ['IsProd', 'alias/a', 'alias/b'] },
  OnMapping: { 'Fn::FindInMap': ['Keys', 'all', 'arn'] },
  OnNothingYet: { Ref: 'LaterArn' },
  OnNothing: 'alias/c',
};
type Name = keyof typeof keys;
const names = Object.keys(keys) as Name[];

const template = {
  Parameters: {
    Stage: { Type: 'String', AllowedValues: ['prod', 'test'] },
    KeyArn: { Type: 'String', Default: 'alias/d' },
    Other: { Type: 'String', Default: 'e' },
  },
  Mappings: { Keys: { all: { arn: 'alias/f' } }, Others: { all: { arn: 'alias/g' } } },
  Conditions: {
    IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
    IsOther: { 'Fn::Equals': [{ Ref: 'Other' }, 'h'] },
  },
  Resources: Object.fromEntries(names.map((name) => [name, bucket(keys[name])])),
};

type Sections = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A template, each member on a line of its own. */
const spelt: Record<Language, (sections: Sections) => string> = {
  json: (all) =>
    `{${sections(all, (name, lines) => `"${name}": {\n${lines.map(([key, value]) => `"${key}": ${value}`).join(',\n')}\n}`).join(',\n')}}`,
  yaml: (all) =>
    sections(all, (name, lines) => `${name}:\n${lines.map(([key, value]) => `  ${key}: ${value}\n`).join('')}`).join(
      '',
    ),
};

function sections(all: Sections, spell: (name: string, members: [string, string][]) => string): string[] {
  return Object.entries(all).map(([name, members]) =>
    spell(
      name,
      Object.entries(members).map(([key, value]) => [key, JSON.stringify(value)]),
    ),
  );
}

describe.each(['yaml', 'json'] as const)('the subjects of a template in %s that is edited', (language) => {
  it.each<[string, string, Name[]]>([
    ['alias/d', 'alias/dd', ['OnParameter']],
    ['"test"', '"test", "more"', ['OnCondition']],
    ['"prod"]', '"production"]', ['OnCondition']],
    ['alias/f', 'alias/ff', ['OnMapping']],
    ['Other', 'LaterArn', ['OnNothingYet']],
    ['alias/g', 'alias/gg', []],
    ['"h"', '"hh"', []],
    ['"e"', '"ee"', []],
    ['alias/c', 'alias/cc', ['OnNothing']],
  ])('are read again where %s, of which it becomes %s, matters to them', (from, to, expected) => {
    const edited = opened(language);
    const before = edited.subjects();
    edited.replace(from, to);
    const after = edited.subjects();
    expect(names.filter((name) => after.get(name) !== before.get(name))).toEqual(expected);
  });

  it('are void for as long as a later resource has their name', () => {
    const edited = opened(language);
    expect(edited.voids()).toEqual([]);
    edited.rename('OnNothing', 'OnParameter');
    expect(edited.voids()).toEqual(['OnParameter']);
    edited.rename('OnParameter', 'OnNothing');
    expect(edited.voids()).toEqual([]);
  });

  it('are all read again when the template gets assertions', () => {
    const edited = opened(language);
    const before = edited.subjects();
    edited.replace(...assertions[language]);
    const after = edited.subjects();
    expect(names.filter((name) => after.get(name) === before.get(name))).toEqual([]);
  });
});

it('a bucket is logged to for as long as the one that logs to it is the last of its name', () => {
  const logged = { ...bucket('alias/a'), Properties: { ...bucket('alias/a').Properties, BucketName: 'logs' } };
  const logging = { Type: 'AWS::S3::Bucket', Properties: { LoggingConfiguration: { DestinationBucketName: 'logs' } } };
  const edited = opened(
    'yaml',
    spelt.yaml({ Resources: { OnNothing: logged, OnMapping: logging, OnParameter: bucket('alias/b') } }),
  );
  const sources = () =>
    edited
      .subjects()
      .get('OnNothing')
      ?.worlds.flatMap(({ logSources }) => logSources).length;
  expect(sources()).toBe(1);
  edited.rename('OnParameter', 'OnMapping');
  expect(sources()).toBe(0);
  edited.rename('OnMapping', 'OnParameter');
  expect(sources()).toBe(1);
});

const assertions: Record<Language, [from: string, to: string]> = {
  json: ['"Mappings"', '"Rules": {"Stays": {"Assertions": []}},\n"Mappings"'],
  yaml: ['Mappings:', 'Rules: {"Stays": {"Assertions": []}}\nMappings:'],
};

function opened(language: Language, text = spelt[language](template)) {
  let source = SourceText.of(text);
  const live = new LiveDocument(source, language);
  const put = (start: number, from: string, newText: string) => {
    if (start === -1) throw new Error(`There is no ${from}`);
    const edit = { start, end: start + from.length, newText };
    source = source.edited(edit);
    live.edit(edit, source);
  };
  const subjects = () => findSubjects(live.document);
  return {
    replace: (from: string, to: string) => put(source.toString().indexOf(from), from, to),
    /** The last resource of a name. */
    rename(from: string, to: string) {
      const [end, start] = language === 'json' ? ['":', '"'] : [':', '\n  '];
      put(source.toString().lastIndexOf(`${start}${from}${end}`), `${start}${from}`, `${start}${to}`);
    },
    subjects: () => new Map(subjects().map((subject) => [nameOf(subject), subject])),
    voids: () => subjects().filter(isVoid).map(nameOf),
  };
}

function isVoid({ worlds }: BucketSubject): boolean {
  return worlds.some(({ shapeFaults }) => shapeFaults.some(({ kind }) => kind === 'duplicate-member'));
}

function bucket(key: unknown) {
  const byDefault = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key };
  const configuration = [{ BucketKeyEnabled: true, ServerSideEncryptionByDefault: byDefault }];
  return {
    Type: 'AWS::S3::Bucket',
    Properties: { BucketEncryption: { ServerSideEncryptionConfiguration: configuration } },
  };
}

function nameOf({ node }: BucketSubject): Name {
  const key = keyOf(node);
  return (key?.kind === 'scalar' ? key.text : '') as Name;
}
