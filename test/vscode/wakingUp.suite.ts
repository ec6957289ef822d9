import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { closeAll, extensionApi, extensionUnderTest, openNew, tell, untilTrue } from './support.ts';

const settleMs = 300;

describe(`waking up in a workspace ${process.env.S3E_WORKSPACE}`, () => {
  // That it sleeps before can't be seen: the workbench itself asks for the language of its own JSON files early on.
  it('comes with a document of a language that can hold a configuration', async function () {
    const extension = extensionUnderTest();
    const { languageId } = await openNew('pipeline.yaml', 'steps:\n  - run: make\n');
    await untilTrue(() => extension.isActive);
    tell(this, `onLanguage:${languageId}, ${extension.exports.activationMs.toFixed(1)} ms`);
  });

  it('starts no server for documents without a configuration', async () => {
    const api = await extensionApi();
    await openNew('settings.json', '{ "Rules": [{ "ID": "expire", "Status": "Enabled" }] }\n');
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    assert.equal(api.serverStarted(), false);
    await closeAll();
  });
});
