import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { closeAll, extensionApi, findings, open, openNew, until } from './support.ts';

const settleMs = 300;

describe('waking up', () => {
  it('tells how long activation took', async function () {
    const { activationMs } = await extensionApi();
    assert.ok(activationMs > 0);
    // For whoever measures; how fast is fast enough is no test's business.
    if (this.test) this.test.title += `: ${activationMs.toFixed(1)} ms`;
  });

  it('starts no server for documents without a configuration', async () => {
    const api = await extensionApi();
    await openNew('compose.yaml', 'services:\n  web:\n    image: nginx\n');
    await openNew('settings.json', '{ "Rules": [{ "ID": "expire", "Status": "Enabled" }] }\n');
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    assert.equal(api.serverStarted(), false);
  });

  it('starts the server for a document with one', async () => {
    const api = await extensionApi();
    const document = await open('template.yaml');
    await until(() => assert.ok(findings(document).length > 0));
    assert.equal(api.serverStarted(), true);
    await closeAll();
  });
});
