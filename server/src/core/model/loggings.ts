import type { Template } from '../cloudformation/template.ts';
import { asMap, member, textUnder } from '../syntax/access.ts';
import type { Language } from '../syntax/language.ts';
import { OwnMemory, rememberingLast } from '../syntax/memory.ts';
import { newAmong } from '../syntax/newAmong.ts';
import type { EntryRun, MapNode, Node } from '../syntax/node.ts';
import { type Destination, destinationsIn, type LogTarget, mayMean } from './destinations.ts';

/** The LoggingConfiguration of a bucket of the template, in force or not. */
export interface Logging {
  readonly logicalId: string;
  readonly resource: MapNode;
  readonly node: Node;
  readonly destinations: readonly Destination[];
  /** The one that it has in every world, if there is one: no condition has a part in it. */
  readonly onlyDestination: Destination | undefined;
}

/** False for what a bucket says that a later resource of its name makes void. */
export function isInForce({ logicalId, resource }: Logging, template: Template): boolean {
  return asMap(template.find('Resources', logicalId)) === resource;
}

/** Who may log to whom in a template: by what stands there alone, so that few are evaluated. */
export class Loggings {
  readonly #language: Language;
  /** The resources of the template, and what was found in each run of them. */
  readonly #resources: readonly EntryRun[];
  readonly #runs: readonly LoggingRun[];
  #together: readonly Logging[] | undefined;
  #byResource: ReadonlyMap<MapNode, Logging> | undefined;
  /** All destinations, by their words: of many buckets that log most log to one. */
  #destinations: ReadonlyMap<string, Destination> | undefined;
  readonly #about = new Map<LogTarget, readonly Logging[]>();
  /** The words of all. While they are the same, nobody logs to another bucket. */
  readonly words: string;

  /** Looks for loggings where the runs are new since the last time; all others speak of whom they spoke of. */
  private constructor(resources: readonly EntryRun[], language: Language, before?: Loggings) {
    const [oldResources, old] = before ? [before.#resources, before.#runs] : [[], []];
    const { first, behind, behindOld } = newAmong(resources, oldResources);
    const fresh = resources.slice(first, behind).map((run) => ofRuns.once(run, () => loggingsIn(run, language)));
    const isSaidAnew = wordsOf(fresh) !== wordsOf(old.slice(first, behindOld));
    this.#language = language;
    this.#resources = resources;
    this.#runs = old.toSpliced(first, behindOld - first, ...fresh);
    // While they are equal it is the same string: every subject compares its own with it.
    this.words = before && !isSaidAnew ? before.words : wordsOf(this.#runs);
    if (before && !isSaidAnew) this.#destinations = before.#destinations;
  }

  /** Those of a template; looked for once. */
  static readonly of = rememberingLast((template: Template, before?: Loggings) => {
    const resources = template.mapsOf('Resources').flatMap(({ runs, entries }) => runs?.list ?? [entries]);
    return new Loggings(resources, template.language, before);
  });

  has({ resource, node }: Logging): boolean {
    return this.#ofResources().get(resource)?.node === node;
  }

  /** Those that may speak of a bucket, its own among them. */
  about(target: LogTarget): readonly Logging[] {
    const known = this.#about.get(target) ?? this.#find(target);
    this.#about.set(target, known);
    return known;
  }

  #find(target: LogTarget): readonly Logging[] {
    const meaning = this.#meaning(target);
    const isMeant = ({ resource, destinations }: Logging) =>
      resource === target.node || destinations.some(({ words }) => meaning.has(words));
    if (meaning.size > 0) return this.#all.filter(isMeant);
    const own = loggingOf(target.logicalId, target.node, this.#language);
    return own ? [own] : [];
  }

  /** The words of the destinations that may mean a bucket. */
  #meaning(target: LogTarget): ReadonlySet<string> {
    this.#destinations ??= byWords(this.#all);
    const meaning = [...this.#destinations.values()].filter((each) => mayMean(each, target));
    return new Set(meaning.map(({ words }) => words));
  }

  /** Of all runs, put together with the first need. */
  get #all(): readonly Logging[] {
    this.#together ??= this.#runs.flatMap(({ loggings }) => loggings);
    return this.#together;
  }

  #ofResources(): ReadonlyMap<MapNode, Logging> {
    this.#byResource ??= new Map(this.#all.map((logging) => [logging.resource, logging]));
    return this.#byResource;
  }
}

function byWords(loggings: readonly Logging[]): ReadonlyMap<string, Destination> {
  return new Map(loggings.flatMap(({ destinations }) => destinations.map((each) => [each.words, each])));
}

/** The loggings of some resources, and all their words. */
interface LoggingRun {
  readonly loggings: readonly Logging[];
  readonly words: string;
}

const ofRuns = new OwnMemory<EntryRun, LoggingRun>();

function loggingsIn(run: EntryRun, language: Language): LoggingRun {
  const loggings = run.flatMap(({ key, value }) => {
    const resource = asMap(value);
    return (resource && loggingOf(key.text, resource, language)) ?? [];
  });
  return { loggings, words: together(loggings.flatMap(({ destinations }) => destinations.map(({ words }) => words))) };
}

/** Those of all, whatever runs they stand in. */
function wordsOf(runs: readonly LoggingRun[]): string {
  return together(runs.map(({ words }) => words));
}

function together(words: readonly string[]): string {
  return words.filter((each) => each !== '').join('\0');
}

function loggingOf(logicalId: string, resource: MapNode, language: Language): Logging | undefined {
  if (textUnder(resource, 'Type') !== 'AWS::S3::Bucket') return undefined;
  const properties = asMap(member(resource, 'Properties')?.value);
  const node = properties && member(properties, 'LoggingConfiguration')?.value;
  if (!node) return undefined;
  const destinations = destinationsIn(node, language);
  const map = member(resource, 'Condition') ? undefined : asMap(node);
  const written = map && member(map, 'DestinationBucketName')?.value;
  const onlyDestination = destinations.find((each) => each.node === written);
  return { logicalId, resource, node, destinations, onlyDestination };
}
