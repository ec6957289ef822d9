import { describe, expect, it } from 'vitest';
import { type Language, readDocument } from '../../../server/src/core/index.ts';
import type { ScalarNode } from '../../../server/src/core/syntax/node.ts';
import { booleanOf, isYaml11OnlyBoolean, scalarType } from '../../../server/src/core/syntax/scalar.ts';

function scalarAt(text: string, language: Language): ScalarNode {
  const [root] = readDocument(language === 'json' ? `{"k": ${text}}` : `k: ${text}\n`, language).roots;
  const value = root?.kind === 'map' ? root.entries[0]?.value : undefined;
  if (value?.kind !== 'scalar') throw new Error(`no scalar: ${text}`);
  return value;
}

describe('the type of a scalar', () => {
  it.each([
    ['boolean', ['true', 'True', 'TRUE', 'false', 'yes', 'Yes', 'YES', 'no', 'on', 'On', 'OFF', 'off']],
    ['string', ['y', 'n', 'Y', 'N', 'tRue', 'yEs', '"true"', "'1'", '!!str 1', '! 1', '|\n  true']],
    ['null', ['', '~', 'null', 'Null', 'NULL', '!!null ""', "!!null '~'", '!!null']],
    ['boolean', ['!!bool "true"', "!!bool 'no'", '!!bool true']],
    ['number', ['!!int "12"', "!!float '1.5'", '!!int 12']],
    [
      'number',
      ['0', '12', '-1', '+1', '0777', '0x1F', '0b11', '1_000', '190:20:30', '1.5', '.5', '1.', '1.0e+3', '.inf'],
    ],
    [
      'string',
      ['089', '012345678901', '1e3', '1.2.3', '2001-01-01', '0o7', '.', '-a', 'nan', '1 2', 'AES256', 'aws:kms'],
    ],
  ])('in YAML 1.1 is %s for %j', (type, texts) => {
    expect(texts.map((text) => `${text}: ${scalarType(scalarAt(text, 'yaml'), 'yaml')}`)).toEqual(
      texts.map((text) => `${text}: ${type}`),
    );
  });

  it.each([
    ['boolean', ['true', 'false']],
    ['null', ['null', '']],
    ['number', ['0', '-1.5e+3', '12']],
    ['string', ['"true"', 'True', 'yes', 'AES256']],
  ])('in JSON is %s for %j', (type, texts) => {
    expect(texts.map((text) => `${text}: ${scalarType(scalarAt(text, 'json'), 'json')}`)).toEqual(
      texts.map((text) => `${text}: ${type}`),
    );
  });

  it('tells which boolean it is', () => {
    expect(['true', 'On', 'YES'].map((text) => booleanOf(scalarAt(text, 'yaml'), 'yaml'))).toEqual([true, true, true]);
    expect(['no', 'Off', '"no"'].map((text) => booleanOf(scalarAt(text, 'yaml'), 'yaml'))).toEqual([
      false,
      false,
      undefined,
    ]);
    expect(booleanOf(scalarAt('yes', 'json'), 'json')).toBeUndefined();
  });

  it('knows the booleans of YAML 1.1 alone', () => {
    const only = ['yes', 'Off', 'true', '"yes"', 'y'].filter((text) => isYaml11OnlyBoolean(scalarAt(text, 'yaml')));
    expect(only).toEqual(['yes', 'Off']);
  });
});
