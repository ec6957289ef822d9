import type { KeyFacts } from '../../aws/keys.ts';
import { ofKey } from './ofKey.ts';

/**
 * Whether the key can be used now.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html
 */
export const keyState = ofKey('key state', ({ state }: KeyFacts) =>
  state === 'Enabled'
    ? { result: 'passed', message: 'Enabled' }
    : { result: 'failed', message: `${state}: uploads fail until it is Enabled` },
);
