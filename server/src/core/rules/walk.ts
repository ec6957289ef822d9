import { known, type Value, type WrittenText, writtenText } from '../cloudformation/value.ts';
import type { EncryptionByDefault, EncryptionEntry, World } from '../model/subject.ts';
import { rememberingLast } from '../syntax/memory.ts';
import type { Node } from '../syntax/node.ts';

/** The entries of a world's configuration that could be read. */
export const entriesOf = rememberingLast((world: World): readonly EncryptionEntry[] => {
  const entries = known(world.encryption)?.entries;
  return (entries && known(entries))?.map(known).filter((entry) => entry !== undefined) ?? [];
});

/** An entry's default, with the entry that it stands in. */
export interface EntryDefault {
  readonly entry: EncryptionEntry;
  readonly byDefault: EncryptionByDefault;
  /** Undefined where the algorithm isn't known. */
  readonly algorithm: string | undefined;
}

/** The defaults of a world's entries that could be read. */
export const defaultsOf = rememberingLast((world: World): readonly EntryDefault[] =>
  entriesOf(world).flatMap((entry) => {
    const byDefault = known(entry.byDefault);
    return byDefault ? [{ entry, byDefault, algorithm: known(byDefault.sseAlgorithm) }] : [];
  }),
);

/** A value's known items, each with its node. */
function knownItems<T>(list: Value<readonly Value<T>[]>): { value: T; node: Node }[] {
  return (known(list) ?? []).filter((item) => item.state === 'known');
}

/** The types that an entry blocks. */
export interface BlockedTypes {
  readonly list: Node;
  readonly items: readonly { readonly value: string; readonly node: Node }[];
  /** Those that are known at least in part. */
  readonly texts: readonly WrittenText[];
  /** False where an item isn't known: it may be any type. */
  readonly isWhole: boolean;
}

/** The lists of blocked types that could be read. */
export function blockedTypesOf(world: World): BlockedTypes[] {
  return entriesOf(world).flatMap(({ blockedEncryptionTypes }) => {
    const types = known(blockedEncryptionTypes)?.encryptionType;
    if (types?.state !== 'known') return [];
    const items = knownItems(types);
    const texts = types.value.map(writtenText).filter((text) => text !== undefined);
    return [{ list: types.node, items, texts, isWhole: items.length === types.value.length }];
  });
}
