import { describe, expect, it } from 'vitest';
import { definitionOf, referencesOf, ruleLinksIn } from '../../../server/src/features/navigation.ts';
import { type Source, source } from './sources.ts';

const template = `Parameters:
  Algorithm:
    Type: String
Mappings:
  Keys:
    prod: {Id: x}
Conditions:
  Kms: !Equals [!Ref Algorithm, aws:kms]
Resources:
  Key:
    Type: AWS::KMS::Key
  Data:
    Type: AWS::S3::Bucket
    Condition: Kms
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: !If [Kms, !Ref Algorithm, AES256]
              KMSMasterKeyID: !GetAtt Key.Arn
  Other:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: !FindInMap [Keys, prod, Id]
              KMSMasterKeyID: !Sub 'arn:\${AWS::Partition}:\${Key.Arn}'
`;

const asJson = JSON.stringify(
  {
    Resources: {
      Key: { Type: 'AWS::KMS::Key' },
      Data: {
        Type: 'AWS::S3::Bucket',
        Properties: { KmsKey: { 'Fn::GetAtt': ['Key', 'Arn'] }, Other: { Ref: 'Key' } },
      },
    },
  },
  undefined,
  2,
);

const at = (text: string, sought: string, shift = 0): Source => {
  const offset = text.indexOf(sought) + shift;
  return source(text.startsWith('{') ? 'a.json' : 'a.yaml', `${text.slice(0, offset)}§${text.slice(offset)}`, '§');
};

function lineOf(place: { range: { start: { line: number } } } | null, text: string): string | undefined {
  return place ? text.split('\n')[place.range.start.line]?.trim() : undefined;
}

describe('the definition', () => {
  it.each([
    ['!GetAtt Key', 9, 'Key:'],
    ['!Ref Algorithm, AES256', 6, 'Algorithm:'],
    ['!If [Kms', 6, 'Kms: !Equals [!Ref Algorithm, aws:kms]'],
    ['Condition: Kms', 12, 'Kms: !Equals [!Ref Algorithm, aws:kms]'],
    ['!FindInMap [Keys', 13, 'Keys:'],
    ['${Key.Arn}', 3, 'Key:'],
  ])('of what stands at %s', (sought, shift, line) => {
    const { document, text, offset } = at(template, sought, shift);
    expect(lineOf(definitionOf(document, text, offset), template)).toBe(line);
  });

  it('is found in JSON', () => {
    for (const [sought, shift] of [
      ['"Key",', 1],
      ['"Ref": "Key"', 9],
    ] as const) {
      const { document, text, offset } = at(asJson, sought, shift);
      expect(lineOf(definitionOf(document, text, offset), asJson)).toBe('"Key": {');
    }
  });

  it('is none of what names nothing', () => {
    for (const sought of ['AES256', 'prod, Id', 'Parameters']) {
      const { document, text, offset } = at(template, sought, 1);
      expect(definitionOf(document, text, offset)).toBeNull();
    }
  });
});

describe('references', () => {
  it('are the same from a use and from the declaration', () => {
    const use = at(template, '!GetAtt Key', 9);
    const declaration = at(template, 'Key:\n    Type', 1);
    const lines = (place: Source, declared: boolean) =>
      referencesOf(place.document, place.text, place.offset, declared).map((each) => each.range.start.line);
    expect(lines(use, true)).toEqual([9, 19, 27]);
    expect(lines(declaration, true)).toEqual([9, 19, 27]);
    expect(lines(use, false)).toEqual([19, 27]);
  });

  it('of a condition are those that test it', () => {
    const { document, text, offset } = at(template, 'Kms: !Equals', 1);
    expect(referencesOf(document, text, offset, false).map((each) => each.range.start.line)).toEqual([13, 18]);
  });
});

describe('links', () => {
  it('lead from a suppressed rule to its page', () => {
    const { document, text } = source('a.yaml', 'Rules: # s3-encryption-ignore-line kms-alias, no-such, no-rule\n');
    const links = ruleLinksIn(document, text, (rule) => `file:///${rule}.md`);
    expect(
      links.map(({ target, range }) => [target, text.getText().slice(range.start.character, range.end.character)]),
    ).toEqual([
      ['file:///kms-alias.md', 'kms-alias'],
      ['file:///no-rule.md', 'no-rule'],
    ]);
    expect(ruleLinksIn(document, text, () => undefined)).toEqual([]);
  });

  it('lead there once from each, of however many suppressions in one line', () => {
    const { document, text } = source('a.yaml', `Rules: # ${'s3-encryption-ignore-line kms-alias '.repeat(4_000)}\n`);
    expect(ruleLinksIn(document, text, (rule) => rule)).toHaveLength(4_000);
  });
});
