import { expect, it } from 'vitest';
import {
  applyEdits,
  type Language,
  readDocument,
  readPolicy,
  suppressInPolicy,
} from '../../../server/src/core/index.ts';

const cases: readonly [name: string, language: Language, text: string, expected: string | undefined][] = [
  ['a new one', 'yaml', '', "severities:\n  kms-alias: 'off'\n"],
  ['a new one in JSON', 'json', '', '{\n  "severities": {\n    "kms-alias": "off"\n  }\n}\n'],
  ['comments alone', 'yaml', '# ours', "# ours\nseverities:\n  kms-alias: 'off'\n"],
  [
    'without severities',
    'yaml',
    'requireBucketKey: true # cheap\n',
    "requireBucketKey: true # cheap\nseverities:\n  kms-alias: 'off'\n",
  ],
  [
    'with other severities',
    'yaml',
    'severities:\n    kms-key-id: error\nignore: [vendor]\n',
    "severities:\n    kms-key-id: error\n    kms-alias: 'off'\nignore: [vendor]\n",
  ],
  ['with its own severity', 'yaml', 'severities: { kms-alias: "error" }\n', 'severities: { kms-alias: "off" }\n'],
  ['with severities that are not written', 'yaml', 'severities:\n', "severities:\n  kms-alias: 'off'\n"],
  ['in JSON', 'json', '{ "ignore": [] }\n', '{ "ignore": [], "severities": { "kms-alias": "off" } }\n'],
  ['no policy at all', 'json', '[1]', undefined],
];

it.each(cases)('a rule is turned off in %s', (_, language, text, expected) => {
  const edits = suppressInPolicy(readDocument(text, language), 'kms-alias');
  const after = edits && applyEdits(text, edits);
  expect(after).toBe(expected);
  if (after === undefined) return;
  const { policy, faults } = readPolicy(after, language);
  expect(policy.severities?.['kms-alias']).toBe('off');
  expect(faults).toEqual([]);
});
