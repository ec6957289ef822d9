import { describe, expect, it, vi } from 'vitest';
import { fixesOf, lint, readDocument } from '../../../server/src/core/index.ts';
import { directivesOf } from '../../../server/src/core/suppressions/directives.ts';
import { Suppressions } from '../../../server/src/core/suppressions/suppressions.ts';
import { judge } from '../../support/document.ts';

/** Three findings, of which two are of one rule. */
const buckets = (above: string, behind = '') => `Resources:
  One:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - BucketKeyEnabled: true
            ServerSideEncryptionByDefault:
              SSEAlgorithm: aws:kms
              ${above}
              KMSMasterKeyID: alias/one${behind}
  Two:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - BucketKeyEnabled: true
            ServerSideEncryptionByDefault:
              SSEAlgorithm: aws:kms:dss
              KMSMasterKeyID: alias/two
`;

/** The findings, by resource and rule. */
function found(text: string, language: 'yaml' | 'json' = 'yaml'): string[] {
  return judge(text, language).map((line) => line.replace(/^\/Resources\/(\w+)\S* \w+/, '$1'));
}

const all = found(buckets('# nothing'));
const without = (...gone: string[]) => all.filter((line) => !gone.includes(line));

describe('a comment', () => {
  it('stands above buckets that have something to suppress', () => {
    expect(all).toEqual(['One kms-alias', 'Two unknown-algorithm', 'Two kms-alias']);
  });

  it.each([
    '# s3-encryption-ignore-next-line kms-alias',
    '#s3-encryption-ignore-next-line kms-alias',
    '##  s3-encryption-ignore-next-line\tkms-alias -- why: a, b',
    '# s3-encryption-ignore-next-line kms-alias --why',
    '# s3-encryption-ignore-next-line kms-alias\n\n              # and this is why',
    '# s3-encryption-ignore-next-line kms-alias\r\n              # s3-encryption-ignore-file reserved-algorithm unused-suppression\r\n',
  ])('%j suppresses what it names on the next line that holds more than comments', (comment) => {
    expect(found(buckets(comment))).toEqual(without('One kms-alias'));
  });

  it('suppresses on its own line', () => {
    expect(found(buckets('#', ' # s3-encryption-ignore-line kms-alias -- two words'))).toEqual(
      without('One kms-alias'),
    );
  });

  it.each([
    ['# s3-encryption-ignore-file kms-alias', without('One kms-alias', 'Two kms-alias')],
    ['# s3-encryption-ignore-file kms-alias, unknown-algorithm', []],
    ['# s3-encryption-ignore-file', []],
    ['# s3-encryption-ignore-file -- generated', []],
  ])('%j suppresses in the whole file, wherever it stands', (comment, left) => {
    expect(found(buckets(comment))).toEqual(left);
    expect(found(`${comment}\n${buckets('')}`)).toEqual(left);
    expect(found(`${buckets('')}${comment}\n`)).toEqual(left);
  });

  it.each([
    '# see s3-encryption-ignore-next-line kms-alias',
    '# # s3-encryption-ignore-next-line kms-alias',
    '# s3-encryption-ignore-next-lines kms-alias',
    '# s3-encryption-ignore-next-line-of kms-alias',
    '# s3-encryption-ignore kms-alias',
    '# S3-Encryption-Ignore-File',
  ])('%j suppresses nothing, and nothing is said of it', (comment) => {
    expect(found(buckets(comment))).toEqual(all);
  });

  it.each([
    ['# s3-encryption-ignore-next-line', 'unused-suppression'],
    ['# s3-encryption-ignore-next-line kms_alias', 'unused-suppression'],
    ['# s3-encryption-ignore-next-line unknown-algorithm', 'unused-suppression'],
    ['# s3-encryption-ignore-line kms-alias', 'unused-suppression'],
  ])('%j suppresses nothing, which is said', (comment, rule) => {
    expect(found(buckets(comment)).toSorted()).toEqual([...all, ` hint ${rule}`].toSorted());
  });

  it('in JSON stands behind both of its marks, and on a line of a block', () => {
    const rules = (comment: string) => `{ "Rules": [{ "BucketKeyEnabled": true, "ApplyServerSideEncryptionByDefault": {
      "SSEAlgorithm": "aws:kms", ${comment}
      "KMSMasterKeyID": "alias/one" } }] }`;
    const options = { bucketType: 'general-purpose' } as const;
    const left = (comment: string) => judge(rules(comment), 'json', options);
    expect(left('')).toHaveLength(1);
    expect(left('// s3-encryption-ignore-next-line kms-alias')).toEqual([]);
    expect(left('/* s3-encryption-ignore-next-line kms-alias */')).toEqual([]);
    expect(left('/* s3-encryption-ignore-next-line kms-alias -- why */ // and\n /* so */')).toEqual([]);
    expect(left('/**\n * For both:\n * s3-encryption-ignore-next-line kms-alias\n */')).toEqual([]);
    expect(left('/* kms-alias:\n   s3-encryption-ignore-file kms-alias */')).toEqual([]);
    expect(left('/* but s3-encryption-ignore-next-line kms-alias */')).toHaveLength(1);
    const above = '// s3-encryption-ignore-next-line kms-alias\n';
    for (const between of ['// why\n', '/* why */ // so\n', '/* in\n three\n lines */\n', '/* in\n two */', '\t\n\n']) {
      expect(left(above + between)).toEqual([]);
      expect(left(above + between + above + between)).toEqual([]);
    }
  });

  it('is not asked of each finding: where that begins is looked for once, however many comments there are', () => {
    const looks = (count: number) => {
      const document = readDocument(buckets('# s3-encryption-ignore-next-line kms-alias\n'.repeat(count)), 'yaml');
      const suppressions = new Suppressions(document);
      let looked = 0;
      const findings = lint(readDocument(buckets('#'), 'yaml')).map(({ rule, at, span }) => ({
        rule,
        at,
        get span() {
          looked++;
          return span;
        },
      }));
      suppressions.withinText(findings);
      return looked;
    };
    expect(looks(1)).toBe(all.length);
    expect(looks(50)).toBe(all.length);
  });

  it('above a block scalar is heard for its text', () => {
    const text = (comment: string) =>
      buckets('#').replace(
        'KMSMasterKeyID: alias/one',
        `${comment}\n              KMSMasterKeyID: |-\n                alias/one`,
      );
    expect(found(text('#'))).toEqual(all);
    expect(found(text('# s3-encryption-ignore-next-line kms-alias'))).toEqual(without('One kms-alias'));
  });
});

describe('Metadata', () => {
  const ofResource = (ignore: string) =>
    buckets('#').replace('  One:\n', `  One:\n    Metadata:\n      s3-encryption: { ignore: ${ignore} }\n`);
  const ofTemplate = (ignore: string) => `Metadata:\n  s3-encryption:\n    ignore: ${ignore}\n${buckets('#')}`;

  it.each(['[kms-alias]', 'kms-alias', '[kms-alias, kms-alias]'])('of a resource with ignore: %s', (ignore) => {
    expect(found(ofResource(ignore))).toEqual(without('One kms-alias'));
  });

  it('of a template holds for all of its resources', () => {
    expect(found(ofTemplate('[kms-alias]'))).toEqual(without('One kms-alias', 'Two kms-alias'));
    expect(found(ofTemplate('[unknown-algorithm]'))).toEqual(without('Two unknown-algorithm'));
  });

  it('of a serverless.yml stands beside its resources', () => {
    const text = ofTemplate('[kms-alias]').replace(/^(?=.)/gm, '  ');
    expect(judge(`resources:\n${text}`, 'yaml')).toHaveLength(1);
  });

  it.each(['[no-such]', '[no-rule]'])('with ignore: %s suppresses nothing, which is said', (ignore) => {
    expect(judge(ofResource(ignore), 'yaml')).toContain(
      '/Resources/One/Metadata/s3-encryption/ignore/0 hint unused-suppression',
    );
    expect(judge(ofTemplate(ignore), 'yaml')).toContain('/Metadata/s3-encryption/ignore/0 hint unused-suppression');
  });

  it.each(['{ a: b }', '!Ref Rules', '[[kms-alias]]', '', '[]'])('with ignore: %s says nothing', (ignore) => {
    expect(found(ofResource(ignore))).toEqual(all);
  });

  it('of another resource suppresses nothing', () => {
    expect(
      found(buckets('#').replace('  Two:\n', '  Two:\n    Metadata: { s3-encryption: { ignore: [kms-alias] } }\n')),
    ).toEqual(without('Two kms-alias'));
  });
});

describe('an unused suppression', () => {
  const text = buckets('# s3-encryption-ignore-next-line kms-key-id');
  const unused = (changed: string, severities = {}) =>
    judge(changed, 'yaml', { severities }).filter((line) => line.includes('unused-suppression'));

  it('is a hint, or what the user makes of it', () => {
    expect(unused(text)).toEqual([' hint unused-suppression']);
    expect(unused(text, { 'unused-suppression': 'error' })).toEqual([' error unused-suppression']);
    expect(unused(text, { 'unused-suppression': 'off' })).toEqual([]);
  });

  it('is none where its rule is off', () => {
    expect(unused(text, { 'kms-key-id': 'off' })).toEqual([]);
  });

  it('is none while the document is broken, but its rule must exist even so', () => {
    expect(unused(`${text}  Three: "\n`)).toEqual([]);
    expect(unused(`${text.replace('kms-key-id', 'kms-key')}  Three: "\n`)).toHaveLength(1);
  });

  it('can be suppressed itself', () => {
    expect(unused(`# s3-encryption-ignore-file unused-suppression\n${text}`)).toEqual([]);
    expect(unused('# s3-encryption-ignore-file unused-suppression\nRules: [{ BucketKeyEnabled: true }]\n')).toEqual([]);
  });

  it('is found again, and taken out, without reading all comments once more', () => {
    const document = readDocument(text, 'yaml');
    const [unused] = lint(document).filter(({ rule }) => rule === 'unused-suppression');
    expect(directivesOf(document)).toHaveLength(1);
    const searches = vi.spyOn(document.source, 'placesOf');
    expect(unused && fixesOf(document, unused)).toHaveLength(1);
    expect(searches).not.toHaveBeenCalled();
  });
});
