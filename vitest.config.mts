import { defineConfig } from 'vitest/config';

/** Tests that run what is shipped: the bundles are built once before them. */
const ofBundles = ['test/lsp/**/*.test.ts', 'test/cli/**/*.test.ts', 'test/start/**/*.test.ts'];

/** Tests that talk to moto, another server that stands in for S3: it is started once before them. */
const ofMoto = 'test/moto/**/*.test.ts';

/** Tests on real files, which stand beside the checkout. */
const ofCorpus = 'test/corpus/**/*.test.ts';

/** The measurement on broken files of the corpus: `npm run test:mutation`. */
const ofMutation = 'test/mutation/**/*.test.ts';

export default defineConfig({
  test: {
    // Nothing is measured by it: a busy machine may take its time, and what hangs is still told.
    testTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'sources',
          include: ['test/**/*.test.ts'],
          exclude: [...ofBundles, ofMoto, ofCorpus, ofMutation],
        },
      },
      { extends: true, test: { name: 'moto', include: [ofMoto], globalSetup: 'test/moto/serve.mjs' } },
      { extends: true, test: { name: 'corpus', include: [ofCorpus] } },
      { extends: true, test: { name: 'mutation', include: [ofMutation] } },
      { extends: true, test: { name: 'bundles', include: ofBundles, globalSetup: 'test/globalSetup.ts' } },
    ],
  },
});
