import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, inject, it, vi } from 'vitest';
import type { Audit } from '../../client/src/apply/audit/audit.ts';
import { saveAudit } from '../../client/src/apply/audit/auditFiles.ts';
import { newFolder } from '../support/folder.ts';

const cli = new URL('../../dist/cli.js', import.meta.url).pathname;
// The tool that it runs keeps its compiled code beside that of the other tests.
beforeEach(() => {
  vi.stubEnv('NODE_COMPILE_CACHE', inject('codeFolder'));
});

const aliased = { sseAlgorithm: 'aws:kms', kmsMasterKeyId: 'alias/mine', bucketKeyEnabled: true };
const audit: Audit = {
  profile: 'dev',
  account: '111122223333',
  gaps: [],
  buckets: [
    { bucket: { name: 'late', type: 'general-purpose' }, state: 'not-read', words: '', findings: [] },
    // What stands in place of S3 can call a bucket anything.
    {
      bucket: { name: '../outside', type: 'general-purpose' },
      state: 'read',
      words: 'SSE-S3',
      encryption: { sseAlgorithm: 'AES256' },
      findings: [],
    },
    {
      bucket: { name: 'reports', type: 'general-purpose' },
      state: 'read',
      words: 'SSE-KMS with alias/mine',
      encryption: aliased,
      findings: [{ rule: 'kms-alias', severity: 'warning', message: 'an alias' }],
    },
  ],
};

it('an audit is saved as Markdown, JSON and SARIF, and the places that the SARIF names are files beside it', async () => {
  const folder = newFolder();
  await saveAudit(cli, audit, join(folder, 'audit'));
  expect(readdirSync(folder).sort()).toEqual(['audit', 'audit.json', 'audit.md', 'audit.sarif']);
  expect(JSON.parse(readFileSync(join(folder, 'audit.json'), 'utf8'))).toEqual(audit);
  const [run] = JSON.parse(readFileSync(join(folder, 'audit.sarif'), 'utf8')).runs;
  expect(run.results).toMatchObject([
    {
      ruleId: 'kms-alias',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'audit/reports.json' } } }],
    },
  ]);
  expect(readdirSync(join(folder, 'audit'))).toEqual(['.._outside.json', 'reports.json']);
});
