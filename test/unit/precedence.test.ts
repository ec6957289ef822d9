import { expect, it } from 'vitest';
import { findingsOf } from '../support/document.ts';

it('each of many faults in one list is told, each once', () => {
  const entry = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256', KMSMasterKeyID: 'alias/app' } };
  const text = JSON.stringify({ Rules: Array.from({ length: 3000 }, () => entry) });
  const rules = findingsOf(text, 'json').map(({ rule }) => rule);
  expect(rules.filter((rule) => rule === 'kms-key-without-kms')).toHaveLength(3000);
  expect(new Set(rules)).toEqual(new Set(['kms-key-without-kms', 'multiple-rules']));
});
