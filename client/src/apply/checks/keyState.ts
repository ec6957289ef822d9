import type { KeyFacts } from '../../aws/keys.ts';
import { ofKey } from './ofKey.ts';

/**
 * Whether the key can be used now.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html
 */
export const keyState = ofKey('key state', ({ state }: KeyFacts) => {
  if (state === '') return { result: 'not-checked', message: 'KMS did not tell KeyState' };
  if (state === 'Enabled') return { result: 'passed', message: 'Enabled' };
  return { result: 'failed', message: `${state}: uploads fail until it is Enabled` };
});
