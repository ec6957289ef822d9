import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Something of the SDK's that no minifier takes away: the name that its clients sign their requests with. */
const ofSdk = 'aws-sdk-js';

it('the SDK is in the bundle that is loaded when a command needs AWS', () => {
  expect(readFileSync(`${dist}awsBundle.js`, 'utf8')).toContain(ofSdk);
});

it.each(['client', 'languageClient', 'commandBundle', 'serverBundle', 'cliBundle'])(
  'nothing of the SDK is in %s',
  (name) => {
    expect(readFileSync(`${dist}${name}.js`, 'utf8')).not.toContain(ofSdk);
  },
);
