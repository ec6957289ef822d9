/** Where a list has become another one: its new items from `first` up to `behind`, in place of the old ones from `first` to `behindOld`. */
export interface NewAmong {
  readonly first: number;
  readonly behind: number;
  readonly behindOld: number;
}

/** What is new in a list beside an old one: all between the items that both begin with and those that both end with. */
export function newAmong<T>(list: readonly T[], old: readonly T[]): NewAmong {
  const most = Math.min(list.length, old.length);
  let first = 0;
  while (first < most && list[first] === old[first]) first++;
  let shared = 0;
  while (shared < most - first && list[list.length - 1 - shared] === old[old.length - 1 - shared]) shared++;
  return { first, behind: list.length - shared, behindOld: old.length - shared };
}
