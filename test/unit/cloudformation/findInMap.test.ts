import { describe, expect, it } from 'vitest';
import { outcomeIn } from '../../../server/src/core/cloudformation/outcome.ts';
import { Template } from '../../../server/src/core/cloudformation/template.ts';
import { readWorlds } from '../../../server/src/core/cloudformation/worlds.ts';
import { readDocument } from '../../../server/src/core/index.ts';
import { asMap, member } from '../../../server/src/core/syntax/access.ts';
import { dependenciesOf, valuesOf } from './values.ts';

const template = `
Parameters:
  Env: { AllowedValues: [dev, prod] }
  Open: { Default: dev }
Mappings:
  ByEnv: { dev: { Key: alias/dev }, prod: { Key: alias/prod } }
  ByRegion: { eu-west-1: { Key: e }, us-east-1: { Key: u } }
  Lists: { a: { Names: [x, y] } }
  Included: { dev: { Key: alias/dev }, Fn::Transform: { Name: AWS::Include } }
  IncludedCells: { dev: { Key: alias/dev, Fn::Transform: { Name: AWS::Include } } }
`;

it.each([
  ['a known row', '!FindInMap [ByEnv, dev, Key]', ['alias/dev']],
  ['the rows that a parameter can name', '!FindInMap [ByEnv, !Ref Env, Key]', ['alias/dev', 'alias/prod']],
  ['the rows alone, for another can’t be deployed', '!FindInMap [ByEnv, !Ref Open, Key]', ['alias/dev', 'alias/prod']],
  ['the rows that a Region can name', '!FindInMap [ByRegion, !Ref AWS::Region, Key]', ['e', 'u']],
  [
    'rows that agree with the rest',
    "!Sub ['${K}-${AWS::Region}', { K: !FindInMap [ByRegion, !Ref AWS::Region, Key] }]",
    ['e-eu-west-1', 'u-us-east-1'],
  ],
  ['the rows that a text may name', "!FindInMap [ByRegion, !Sub '${A}-west-1', Key]", ['e']],
  ['a list', '!FindInMap [Lists, a, Names]', ['[x, y]']],
  ['a row that is missing', '!FindInMap [ByEnv, test, Key]', ['?']],
  ['a column that is missing', '!FindInMap [ByEnv, dev, Other]', ['?']],
  ['a mapping that is missing', '!FindInMap [Nobody, a, b]', ['?']],
  ['a default for a row that is missing', '!FindInMap [ByEnv, test, Key, { DefaultValue: d }]', ['d']],
  [
    'a default for another value',
    '!FindInMap [ByEnv, !Ref Open, Key, { DefaultValue: d }]',
    ['alias/dev', 'alias/prod', 'd'],
  ],
  ['a row that may be included', '!FindInMap [Included, !Ref Open, Key]', ['alias/dev', '?']],
  ['a row that is included, or its default', '!FindInMap [Included, prod, Key, { DefaultValue: d }]', ['?']],
  ['a cell that is included', '!FindInMap [IncludedCells, dev, Other, { DefaultValue: d }]', ['?']],
  ['no row for what isn’t there', '!FindInMap [ByEnv, !Ref AWS::NoValue, Key]', ['?']],
  ['no cell for what isn’t there', '!FindInMap [ByEnv, dev, !Ref AWS::NoValue, { DefaultValue: d }]', ['?']],
  ['too little', '!FindInMap [ByEnv]', ['?']],
])('%s', (_, expression, expected) => {
  expect(valuesOf(expression, template)).toEqual(expected);
});

it('notes the mapping, and what its key rests on', () => {
  expect(dependenciesOf('!FindInMap [ByEnv, !Ref Env, Key]', template)).toEqual(['mapping ByEnv', 'parameter Env']);
});

describe('a row that a composed text names', () => {
  const names = Array.from({ length: 20 }, (_, index) => `a${index}`);
  const many = `
Parameters: { A: { Type: String }, B: { Type: String } }
Conditions: { IsA: !Equals [!Ref A, a], IsB: !Equals [!Ref B, b] }
Mappings:
  Stages: { a-b: { Key: ab }, c-d: { Key: cd } }
  Many: { ${names.map((name) => `${name}: { Key: ${name} }`).join(', ')} }
`;

  it('says what the parts of the text are', () => {
    const key = "!FindInMap [Stages, !Sub '${A}-${B}', Key]";
    const value = `!Join ['', [${key}, !Ref A, !If [IsA, y, n], !If [IsB, y, n]]]`;
    expect(valuesOf(value, many)).toEqual(['abayy', 'cdcnn']);
  });

  it('is known also where it can’t be told by the parts of it that are', () => {
    const value = "!Join ['', [!FindInMap [Many, !Sub '${A}${B}', Key], !If [IsA, '', '']]]";
    expect(new Set(valuesOf(value, many))).toEqual(new Set(names));
  });
});

it('looks through a mapping once, in however many worlds', () => {
  const rows = Array.from({ length: 100 }, (_, index) => `a${index}: { Key: ${index} }`);
  const text = `Parameters: { P: { Type: String } }\nMappings: { Many: { ${rows.join(', ')} } }\nValue: !FindInMap [Many, !Ref P, Key]`;
  const root = asMap(readDocument(text, 'yaml').roots[0]);
  const value = root && member(root, 'Value')?.value;
  const mappings = root && asMap(member(root, 'Mappings')?.value);
  const mapping = mappings && asMap(member(mappings, 'Many')?.value);
  if (!mapping || !value) throw new Error('no value');
  const { entries } = mapping;
  let looks = 0;
  const look = () => {
    looks++;
    return entries;
  };
  Object.defineProperty(mapping, 'entries', { get: look });
  const { worlds } = readWorlds(new Template([root], 'yaml'), (evaluator) => outcomeIn(evaluator, value));
  expect(worlds).toHaveLength(rows.length);
  expect(looks).toBeLessThan(10);
});
