import type { Dependency } from '../cloudformation/dependency.ts';
import type { Template, TemplateSection } from '../cloudformation/template.ts';
import { known } from '../cloudformation/value.ts';
import type { Node } from '../syntax/node.ts';
import type { BucketResource } from './bucketResource.ts';
import { type Logging, Loggings, type LogTarget } from './loggings.ts';
import type { BucketSubject } from './subject.ts';

/** What a dependency was when a subject was read. */
type Basis = NodesBasis | LogsBasis;

interface NodesBasis {
  readonly nodes: readonly (Node | undefined)[];
}

interface LogsBasis {
  readonly words: string;
  readonly logs: readonly Logging[];
}

interface Memory {
  readonly subject: BucketSubject;
  readonly target: LogTarget;
  readonly bases: readonly Basis[];
}

const memories = new WeakMap<Node, Memory>();

/**
 * The subject that a bucket is: the same one as before, where the bucket and all that the subject rests on are the very
 * nodes that they were. After an edit that holds for all but those that it reaches; the others are read by `read`.
 */
export function remembered(bucket: BucketResource, template: Template, read: () => BucketSubject): BucketSubject {
  const memory = memories.get(bucket.node);
  if (memory && isStill(memory, template)) return memory.subject;
  const subject = read();
  const target = targetOf(bucket, subject);
  const bases = subject.dependsOn.map((dependency) => basisOf(dependency, template, target));
  memories.set(bucket.node, { subject, target, bases });
  return subject;
}

function isStill({ subject, target, bases }: Memory, template: Template): boolean {
  return subject.dependsOn.every((dependency, index) => {
    const basis = bases[index];
    if (!basis) return false;
    if ('nodes' in basis) {
      const nodes = nodesOf(dependency, template);
      return nodes.length === basis.nodes.length && nodes.every((node, at) => node === basis.nodes[at]);
    }
    return areStill(basis, Loggings.of(template), target);
  });
}

/** Where no words have changed the same ones speak of the bucket; they may have been read again. */
function areStill(basis: LogsBasis, loggings: Loggings, target: LogTarget): boolean {
  if (!basis.logs.every((logging) => loggings.has(logging))) return false;
  return basis.words === loggings.words || loggings.about(target).length === basis.logs.length;
}

function basisOf(dependency: Dependency, template: Template, target: LogTarget): Basis {
  if (dependency.kind !== 'log-target') return { nodes: nodesOf(dependency, template) };
  const loggings = Loggings.of(template);
  return { words: loggings.words, logs: loggings.about(target) };
}

const sections: Readonly<Record<Exclude<Dependency['kind'], 'log-target' | 'assertions'>, TemplateSection>> = {
  parameter: 'Parameters',
  mapping: 'Mappings',
  condition: 'Conditions',
  resource: 'Resources',
};

function nodesOf({ kind, name }: Dependency, template: Template): (Node | undefined)[] {
  if (kind === 'log-target') return [];
  if (kind === 'assertions') return [...template.section('Rules').values()].map(({ value }) => value);
  return [template.find(sections[kind], name)];
}

/** Its name may differ between worlds; then anyone may mean it who speaks of any. */
function targetOf({ logicalId, node }: BucketResource, { worlds }: BucketSubject): LogTarget {
  const [name, ...others] = new Set(worlds.map((world) => known(world.bucketName)));
  return { logicalId, node, bucketName: others.length === 0 ? name : '' };
}
