import { expect, it } from 'vitest';
import { plainText, withoutRelativeLinks } from '../../server/src/cli/markdown.ts';

const markdown = 'The [policy](../policy.md) has `allowedKeys: ["*"]`, as [KMS](https://aws.amazon.com/kms) says';

it('of a link to another page, the words stay', () => {
  expect(withoutRelativeLinks(markdown)).toBe(
    'The policy has `allowedKeys: ["*"]`, as [KMS](https://aws.amazon.com/kms) says',
  );
});

it('of all links and of code, the words stay in plain text', () => {
  expect(plainText(markdown)).toBe('The policy has allowedKeys: ["*"], as KMS says');
});
