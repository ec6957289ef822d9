import { type InputBoxOptions, l10n } from 'vscode';
import { type BucketType, isAlias, parseKmsKey } from '../../../../server/src/protocol.ts';

/** A box that takes a KMS key as a bucket of this type can have it. */
export function keyBox(bucketType: BucketType | undefined) {
  return {
    placeHolder: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    ignoreFocusOut: true,
    validateInput: (text) => {
      const key = parseKmsKey(text.trim());
      if (!key) return l10n.t('This is not a KMS key.');
      return bucketType === 'directory' && isAlias(key) ? aliasIsUnfit : undefined;
    },
  } satisfies InputBoxOptions;
}

/** Why a directory bucket can't have the key that was named. */
export const aliasIsUnfit = l10n.t('A directory bucket takes no alias: name the key by its id or its ARN.');
