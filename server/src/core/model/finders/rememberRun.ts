import type { Template } from '../../cloudformation/template.ts';
import { OwnMemory } from '../../syntax/memory.ts';
import type { EntryRun, EntryRuns, Node } from '../../syntax/node.ts';
import { type Logging, Loggings } from '../loggings.ts';
import type { BucketSubject, SubjectRun } from '../subject.ts';
import { Surroundings } from '../surroundings.ts';
import { isStillFound, type Lookup } from './lookup.ts';
import { memoryOfSubject } from './remember.ts';

/** The subjects of a run of resources, and what of the template they were read from beside the run. */
interface RememberedRun {
  readonly subjects: SubjectRun;
  /** What they look up in other sections. */
  readonly lookups: readonly Lookup[];
  /** The logical ids that they look up, and their own: another resource of that name may make them void. */
  readonly resources: ReadonlySet<string>;
  /** Undefined where it doesn't matter to them who logs to whom. */
  readonly logs: RunLogs | undefined;
  /** The last revision of the resources, and the last surroundings, for which all this was true. */
  revision: number;
  surroundings: Surroundings;
}

/** The words of all who may log to the buckets of a run, and those from elsewhere who may mean one of them. */
interface RunLogs {
  readonly words: string;
  readonly sources: readonly Logging[];
}

const memories = new OwnMemory<EntryRun, RememberedRun>();

/**
 * The subjects of a run of resources: the same list as before, where the run and all that its subjects rest on are what they
 * were. So an edit costs a look at each run, not at each resource.
 */
export function rememberedRun(run: EntryRun, runs: EntryRuns, template: Template, read: () => SubjectRun): SubjectRun {
  const memory = memories.get(run);
  const surroundings = Surroundings.of(template);
  if (memory && isStill(memory, runs, surroundings, template)) {
    memory.revision = runs.revision;
    memory.surroundings = surroundings;
    return memory.subjects;
  }
  const subjects = read();
  const made = memoryOf(run, subjects, runs.revision, template);
  if (made) memories.set(run, made);
  return subjects;
}

function isStill(memory: RememberedRun, runs: EntryRuns, surroundings: Surroundings, template: Template): boolean {
  const { revision, resources, logs } = memory;
  const changed = runs.changedSince(revision);
  if (!changed || changed.some((name) => resources.has(name))) return false;
  if (memory.surroundings !== surroundings && !isUntouched(memory, surroundings, template)) return false;
  if (!logs) return true;
  const loggings = Loggings.of(template);
  return logs.words === loggings.words && logs.sources.every((source) => loggings.has(source));
}

/** True where the surroundings have changed, but nothing that is looked up in them. */
function isUntouched({ surroundings, lookups }: RememberedRun, changed: Surroundings, template: Template): boolean {
  return surroundings.haveSameRules(changed) && lookups.every((lookup) => isStillFound(lookup, template));
}

/** Undefined where one of the subjects is none of those that are remembered: it may rest on anything. */
function memoryOf(
  run: EntryRun,
  subjects: SubjectRun,
  revision: number,
  template: Template,
): RememberedRun | undefined {
  const resting = subjects.filter(({ dependsOn }) => dependsOn.length > 0);
  const known = resting.map((subject) => ownMemory(subject));
  const all = known.filter((memory) => memory !== undefined);
  if (all.length < known.length) return undefined;
  const targets = all.filter(({ logs }) => logs !== undefined);
  const sources = targets.flatMap(
    ({ logs, subject }) => logs?.sources.filter(({ resource }) => resource !== subject.node) ?? [],
  );
  const lookups = all.flatMap((memory) => memory.lookups);
  const elsewhere = lookups.filter(({ section }) => section !== 'Resources');
  const resources = lookups.flatMap(({ section, name }) => (section === 'Resources' ? [name] : []));
  return {
    subjects,
    lookups: [...new Map(elsewhere.map((lookup) => [identityOf(lookup), lookup])).values()],
    resources: new Set([...run.map(({ key }) => key.text), ...resources]),
    logs: targets.length > 0 ? { words: Loggings.of(template).words, sources } : undefined,
    revision,
    surroundings: Surroundings.of(template),
  };
}

/** Another one for each other thing that is looked up. */
function identityOf({ section, name, node }: Lookup): Node | string {
  return node ?? `${section} ${name}`;
}

function ownMemory(subject: BucketSubject) {
  const memory = memoryOfSubject(subject);
  return memory?.subject === subject ? memory : undefined;
}
