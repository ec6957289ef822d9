import { expect, it } from 'vitest';
import { fixAll, readDocument, type TextEdit, tryEditOn } from '../../server/src/core/index.ts';

/** Once its member is spelt right, an algorithm that isn't one is an error: the fix of the name alone is not safe. */
const bucket = (index: number) => `
  Bucket${index}:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgoritm: AWS:KMS
`;

/** Edits that are tried to mend a template of so many buckets, by whether they reach over several lines. */
function trialsOf(count: number): { readonly together: number; readonly alone: number } {
  const text = `Resources:\n${Array.from({ length: count }, (_, index) => bucket(index)).join('')}`;
  const document = readDocument(text, 'yaml');
  const tryEdit = tryEditOn(document.source, 'yaml');
  const tried: TextEdit[] = [];
  const { edits } = fixAll(document, {
    tryEdit: (edit, work) => {
      tried.push(edit);
      return tryEdit(edit, work);
    },
  });
  expect(edits).toEqual([]);
  const together = tried.filter(({ newText }) => newText.includes('\n')).length;
  return { together, alone: tried.length - together };
}

it('fixes that each uncover a fault are tried together a few times, however many they are, and then alone', () => {
  expect(trialsOf(64)).toEqual({ together: 15, alone: 64 });
  expect(trialsOf(256)).toEqual({ together: 15, alone: 256 });
});
