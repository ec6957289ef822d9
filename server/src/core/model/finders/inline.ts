import { asMap, member, textUnder } from '../../syntax/access.ts';
import type { Document } from '../../syntax/document.ts';
import { NodeMemory } from '../../syntax/memory.ts';
import type { MapNode, Node } from '../../syntax/node.ts';
import type { BucketSubject } from '../subject.ts';
import { findNested } from './nested.ts';
import type { WithinTemplate } from './requestSubject.ts';

/** The resource types that hold a document of another kind, and the way to it. */
const holders: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::StepFunctions::StateMachine', ['Properties', 'Definition']],
  ['AWS::Serverless::StateMachine', ['Properties', 'Definition']],
  ['AWS::SSM::Document', ['Properties', 'Content']],
  ['AWS::CloudFormation::CustomResource', ['Properties']],
]);

const memories = new NodeMemory<BucketSubject[]>();

/**
 * The requests in a resource of a template that is no bucket: in a state machine's definition, in a runbook, among the
 * properties of a custom resource. Where such a document is a string, it is text. Those that rest on nothing beside their
 * resource are remembered.
 */
export function findInline(document: Document, within: WithinTemplate): BucketSubject[] {
  const { resource } = within;
  const holder = holderIn(resource);
  if (!holder) return [];
  const known = memories.get(resource);
  if (known) return known;
  const subjects = findNested({ document, within }, holder);
  if (subjects.every(({ dependsOn }) => dependsOn.length === 0)) memories.set(resource, subjects);
  return subjects;
}

/** What of a resource may hold requests; undefined for a resource of another type. */
function holderIn(resource: MapNode): Node | undefined {
  const type = textUnder(resource, 'Type') ?? '';
  const way = type.startsWith('Custom::') ? ['Properties'] : holders.get(type);
  let holder: Node | undefined = resource;
  for (const name of way ?? []) {
    const map = asMap(holder);
    holder = map && member(map, name)?.value;
  }
  return way && holder;
}
