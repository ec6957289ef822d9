import { expect, it } from 'vitest';
import { mayBe } from '../../../server/src/core/cloudformation/mayBe.ts';
import { outcomeIn } from '../../../server/src/core/cloudformation/outcome.ts';
import { Template } from '../../../server/src/core/cloudformation/template.ts';
import { readWorlds } from '../../../server/src/core/cloudformation/worlds.ts';
import { readDocument } from '../../../server/src/core/index.ts';
import { kmsKeyPatterns } from '../../../server/src/core/s3/kmsKeys.ts';
import { asMap, member } from '../../../server/src/core/syntax/access.ts';
import { valuesOf } from './values.ts';

const resources = 'Resources: { Key: { Type: AWS::KMS::Key }, Data: { Type: AWS::S3::Bucket } }';

it.each(['!GetAtt Key.Arn', '!GetAtt [Key, Arn]', '{ Fn::GetAtt: [Key, Arn] }', '{ Fn::GetAtt: Key.Arn }'])(
  '%s is the ARN of the key, and no other form of it',
  (expression) => {
    expect(valuesOf(expression, resources)).toEqual(['? ${Key.Arn}']);
    expect(formsOf(expression)).toEqual(['key-arn']);
  },
);

it('another attribute, or of another resource, can be anything', () => {
  expect(formsOf('!GetAtt Key.Other')).toHaveLength(4);
  expect(formsOf('!GetAtt Data.Arn')).toHaveLength(4);
  expect(formsOf('!GetAtt Nested.Outputs.Key')).toHaveLength(4);
});

it.each(['!Ref Key', '!GetAtt Key.KeyId', '!Sub "${Key.KeyId}"'])('%s is the id of the key', (expression) => {
  expect(formsOf(expression)).toEqual(['key-id']);
});

it('a name that is put together isn’t looked up where it isn’t known', () => {
  expect(valuesOf('{ Fn::GetAtt: [Key, !Ref Attribute] }', resources)).toEqual(['? ${…}']);
});

/** The forms of a key that an expression may come to. */
function formsOf(expression: string): string[] {
  const map = asMap(readDocument(`Value: ${expression}\n${resources}`, 'yaml').roots[0]);
  const node = map && member(map, 'Value')?.value;
  if (!map || !node) return [];
  const { worlds } = readWorlds(new Template([map], 'yaml'), (evaluator) => outcomeIn(evaluator, node));
  const [outcome] = worlds;
  const text = outcome?.state === 'unknown' ? outcome.text : undefined;
  return Object.entries(kmsKeyPatterns)
    .filter(([, pattern]) => text && mayBe(text, pattern))
    .map(([form]) => form);
}
