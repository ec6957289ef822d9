import { fileURLToPath } from 'node:url';

/** The corpus stands beside the checkout, not in it: real files of other people. */
export const corpusFolder =
  process.env.S3_ENCRYPTION_CORPUS ?? fileURLToPath(new URL('../../../shared/corpus', import.meta.url));
