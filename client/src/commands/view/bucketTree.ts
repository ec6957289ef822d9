import { EventEmitter, l10n, type TreeDataProvider, type TreeItem } from 'vscode';
import { Pace } from '../../apply/pace.ts';
import type { CommandHost } from '../commandHost.ts';
import { onCarriedOut } from '../steps/carriedOut.ts';
import { listBuckets } from '../steps/listBuckets.ts';
import { failureText } from '../steps/tell.ts';
import { renewBucketDocument } from './bucketDocuments.ts';
import { itemOf, placeItem } from './bucketItem.ts';
import { callerOf } from './callerOf.ts';
import type { BucketNode, Node, PlaceNode, RegionNode, Seen } from './nodes.ts';
import { readBucket } from './readBucket.ts';

/** How many buckets are read at once. */
const atOnce = 8;

/** The buckets of the profiles that were signed in with. A Region's are read when it is opened, and not before. */
export class BucketTree implements TreeDataProvider<Node> {
  readonly #host: CommandHost;
  readonly #changes = new EventEmitter<Node | undefined>();
  readonly onDidChangeTreeData = this.#changes.event;
  readonly #pace = new Pace({ most: atOnce });
  #places: PlaceNode[] = [];
  #listed = new WeakMap<PlaceNode, Promise<Listed>>();
  #seen = new WeakMap<BucketNode, Seen>();
  /** Which reading it is that was seen of a bucket; they count on. */
  readonly #readingOf = new WeakMap<BucketNode, number>();
  #readings = 0;
  /** As which account a profile is shown. */
  readonly #shownAs = new WeakMap<PlaceNode, string>();
  #filter = '';

  constructor(host: CommandHost) {
    this.#host = host;
    onCarriedOut((names) => void this.#rereadNamed(new Set(names)));
  }

  /** What the names of shown buckets hold, in whatever case; empty for all. Another one asks nobody anything: the others were listed, too. */
  get filter(): string {
    return this.#filter;
  }

  set filter(text: string) {
    this.#filter = text;
    this.#changes.fire(undefined);
  }

  /** In place of the same profile in the same Region, where that is shown. */
  add(place: PlaceNode): void {
    const shown = this.#places.find((each) => isSame(each, place));
    if (shown) leave(shown);
    this.#places = shown ? this.#places.with(this.#places.indexOf(shown), place) : [...this.#places, place];
    this.#changes.fire(undefined);
  }

  remove(place: PlaceNode): void {
    this.#places = this.#places.filter((each) => each !== place);
    leave(place);
    this.#changes.fire(undefined);
  }

  /** Lists and reads everything anew that is open. */
  refresh(): void {
    this.#listed = new WeakMap();
    this.#seen = new WeakMap();
    this.#changes.fire(undefined);
  }

  /** Reads the buckets of these names anew in every profile, but for those that nobody has looked at yet. */
  async #rereadNamed(names: ReadonlySet<string>): Promise<void> {
    const listed = await Promise.all(this.#places.map((place) => this.#listed.get(place)));
    const shown = listed.flatMap((each) => each?.nodes ?? []).filter((node) => this.#seen.has(node));
    const meant = shown.filter(({ bucket }) => names.has(bucket.name));
    await this.#pace.forEach(
      meant,
      async (node) => void (await this.reread(node)),
      () => false,
    );
  }

  /** Reads a bucket anew, for the view and for its document. What was begun later tells more, whichever is answered first. */
  async reread(node: BucketNode): Promise<Seen> {
    const { place, bucket } = node;
    const { signal } = place.leaving;
    this.#readings += 1;
    const reading = this.#readings;
    const door = await place.doorTo(bucket, signal);
    const seen: Seen = door.ok
      ? await readBucket(this.#host, door.value.aws, bucket, signal)
      : { state: 'unreadable', why: failureText(door.failure) };
    if (reading < (this.#readingOf.get(node) ?? 0)) return this.#seen.get(node) ?? seen;
    this.#readingOf.set(node, reading);
    this.#seen.set(node, seen);
    renewBucketDocument(node, seen);
    this.#changes.fire(node);
    void this.#heedCaller(place);
    return seen;
  }

  getChildren(node?: Node): Node[] | Promise<Node[]> {
    if (!node) return [...this.#filterNodes(), ...this.#places];
    if (node.kind === 'place') return this.#regionsOf(node);
    if (node.kind !== 'region') return [];
    void this.#readAll(node);
    return [...node.buckets];
  }

  getTreeItem(node: Node): TreeItem | Promise<TreeItem> {
    if (node.kind === 'place') return this.#placeItem(node);
    return itemOf(node, node.kind === 'bucket' ? this.#seen.get(node) : undefined);
  }

  #filterNodes(): Node[] {
    return this.#filter && this.#places.length > 0 ? [{ kind: 'filter', text: this.#filter }] : [];
  }

  async #placeItem(place: PlaceNode): Promise<TreeItem> {
    const caller = await callerOf(place);
    if (caller) this.#shownAs.set(place, caller.account);
    return placeItem(place, caller);
  }

  /** Credentials that were renewed can be another account's: then the buckets that are listed are not its own. */
  async #heedCaller(place: PlaceNode): Promise<void> {
    if (!this.#shownAs.has(place)) return;
    const caller = await callerOf(place);
    if (!caller || caller.account === this.#shownAs.get(place)) return;
    this.#shownAs.set(place, caller.account);
    this.#listed.delete(place);
    this.#changes.fire(place);
  }

  async #regionsOf(place: PlaceNode): Promise<Node[]> {
    const { nodes, gaps } = await this.#listedOf(place);
    const wanted = this.#filter.toLowerCase();
    const byRegion = new Map<string, BucketNode[]>();
    for (const node of nodes.filter(({ bucket }) => bucket.name.toLowerCase().includes(wanted))) {
      const region = node.bucket.region ?? l10n.t('Region not known');
      byRegion.set(region, [...(byRegion.get(region) ?? []), node]);
    }
    const regions = [...byRegion].map(
      ([region, nodes]): RegionNode => ({ kind: 'region', place, region, buckets: nodes }),
    );
    const notes = gaps.map((text): Node => ({ kind: 'note', text }));
    return [...regions.sort((a, b) => a.region.localeCompare(b.region)), ...notes];
  }

  #listedOf(place: PlaceNode): Promise<Listed> {
    const listed = this.#listed.get(place) ?? list(place);
    this.#listed.set(place, listed);
    return listed;
  }

  async #readAll({ place, buckets }: RegionNode): Promise<void> {
    const unread = buckets.filter((node) => !this.#seen.has(node));
    for (const node of unread) this.#seen.set(node, { state: 'reading' });
    const read = async (node: BucketNode) => void (await this.reread(node));
    await this.#pace.forEach(unread, read, () => place.leaving.signal.aborted);
  }
}

function isSame({ aws: one }: PlaceNode, { aws: other }: PlaceNode): boolean {
  return one.profile === other.profile && one.region === other.region;
}

/** Ends what goes on for a profile that isn't shown any more. */
function leave({ leaving, aws }: PlaceNode): void {
  leaving.abort();
  aws.close();
}

/** The buckets of a profile, and in words why some can't be listed. */
interface Listed {
  readonly nodes: readonly BucketNode[];
  readonly gaps: readonly string[];
}

async function list(place: PlaceNode): Promise<Listed> {
  const { buckets, gaps } = await listBuckets(place.aws, place.leaving.signal);
  return { nodes: buckets.map((bucket) => ({ kind: 'bucket', place, bucket })), gaps };
}
