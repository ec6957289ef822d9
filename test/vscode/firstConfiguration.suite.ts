import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { describe, it } from 'mocha';
import { closeAll, extensionApi, findings, open, tell, until, untilTrue } from './support.ts';

describe('the first document with a configuration', () => {
  it('starts the server', async function () {
    const api = await extensionApi();
    const began = performance.now();
    const document = await open('template.yaml');
    await until(() => assert.ok(findings(document).length > 0));
    tell(this, `${Math.round(performance.now() - began)} ms to its findings`);
    assert.equal(api.serverStarted(), true);
    await closeAll();
  });

  it('leaves the code of the language client for the next start, once the host has settled', async () => {
    const folder = process.env.NODE_COMPILE_CACHE ?? '';
    await untilTrue(
      () => existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('languageClient.js-')),
    );
  });
});
