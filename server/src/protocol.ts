/**
 * What server and client agree on, and the one server file that the client imports. What is named here lands in the part
 * of the client that every JSON or YAML file wakes: keep it to constants and the search for the words.
 */
export { mayHoldConfiguration } from './core/index.ts';

/** The section that all settings of the product stand in. */
export const settingsSection = 's3Encryption';

/** The `source` of every diagnostic, and the name that a client keeps the pulled ones under. */
export const diagnosticSource = 's3-encryption';

/**
 * Where documents come from that somebody edits: disk, an unsaved buffer, a virtual workspace. Not from a `git:` or
 * other read-only copy, which would show each finding twice.
 */
const schemes = ['file', 'untitled', 'vscode-vfs'];

/** `cloudformation` is the AWS Toolkit's; without the Toolkit its files are plain text and known by their names. */
const languages = ['json', 'jsonc', 'yaml', 'cloudformation'];
const patterns = ['**/*.template', '**/*.cfn'];

/** The documents that can hold a configuration. */
export const documentSelector = schemes.flatMap((scheme) => [
  ...languages.map((language) => ({ scheme, language })),
  ...patterns.map((pattern) => ({ scheme, pattern })),
]);
