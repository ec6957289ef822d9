/** The access key id of the user that a sandbox has by default. Any secret goes with it. */
export const defaultAccessKeyId = 'AKIASANDBOX';

/**
 * A profile of that user, as it stands in a credentials file.
 * @param {string} name
 * @param {Readonly<Record<string, string>>} [settings] what it states beside the keys
 * @returns {string}
 */
export function profileOf(name, settings = {}) {
  const all = { aws_access_key_id: defaultAccessKeyId, aws_secret_access_key: 'any-secret-will-do', ...settings };
  const lines = Object.entries(all).map(([setting, value]) => `${setting} = ${value}\n`);
  return `[${name}]\n${lines.join('')}`;
}
