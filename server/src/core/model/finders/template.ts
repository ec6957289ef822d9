import { type Facts, noFacts } from '../../cloudformation/facts.ts';
import { addsMembers, type ForEach, forEachOf } from '../../cloudformation/intrinsics.ts';
import { Template } from '../../cloudformation/template.ts';
import { asList, asMap, lastIn, member } from '../../syntax/access.ts';
import type { Document } from '../../syntax/document.ts';
import type { Entry, MapNode, Node } from '../../syntax/node.ts';
import { rootOf } from '../../syntax/pointer.ts';
import type { BucketSubject, SubjectRun } from '../subject.ts';
import { type BucketResource, bucketSubject, bucketTypeOf } from './bucketResource.ts';
import { findInline } from './inline.ts';
import { remembered } from './remember.ts';
import { rememberedRun } from './rememberRun.ts';
import { voidSubject } from './voidSubject.ts';

/**
 * A CloudFormation template, or a serverless.yml: the buckets among its resources, also those that a Fn::ForEach repeats.
 * What is `given` of its parameters and conditions is decided beforehand.
 */
export function findInTemplate(document: Document, root: MapNode, given: Facts = noFacts): SubjectRun[] | undefined {
  const roots = [root, ...serverlessTemplates(root)];
  const resources = roots.map(resourcesOf).filter((map) => map !== undefined);
  if (resources.length === 0) return undefined;
  const template = new Template(roots, document.language);
  return resources.flatMap((map) => runsIn(map, { document, template, given }));
}

/** The template that a node is part of, to look things up in. */
export function templateAround({ language }: Document, node: Node): Template {
  const root = asMap(rootOf(node));
  return new Template(root ? [root, ...serverlessTemplates(root)] : [], language);
}

/** What goes along while a template is looked through. */
interface Context {
  readonly document: Document;
  readonly template: Template;
  readonly given: Facts;
}

/** A map of resources: the template's own, or what a Fn::ForEach repeats. */
interface ResourceMap {
  /** The Fn::ForEachs that it stands in, outermost first. */
  readonly loops: readonly ForEach[];
  /** The resource that counts under a name: the last. */
  readonly last: (name: string) => Entry | undefined;
}

function runsIn(map: MapNode, context: Context): SubjectRun[] {
  const { entries, runs } = map;
  const among = { loops: [], last: lastIn(map) };
  if (!runs || context.given !== noFacts) return [subjectsIn(entries, among, context)];
  return runs.list.map((run) => rememberedRun(run, runs, context.template, () => subjectsIn(run, among, context)));
}

function subjectsIn(resources: readonly Entry[], among: ResourceMap, context: Context): BucketSubject[] {
  return resources.flatMap((entry) => {
    const counts = among.last(entry.key.text) ?? entry;
    // Of a text that isn't YAML or JSON yet, another tool may leave either.
    if (counts !== entry && entry.value.section.errors.length === 0)
      return voidSubject(entry, counts.key, context.template.language) ?? [];
    return addsMembers(entry.key.text) ? repeatedIn(entry.value, among, context) : subjectsOf(entry, among, context);
  });
}

function repeatedIn(argument: Node, { loops }: ResourceMap, context: Context): BucketSubject[] {
  const loop = forEachOf(argument);
  if (!loop) return [];
  return subjectsIn(loop.output.entries, { loops: [...loops, loop], last: lastIn(loop.output) }, context);
}

function subjectsOf({ key, value }: Entry, { loops }: ResourceMap, context: Context): BucketSubject[] {
  const node = asMap(value);
  if (!node) return [];
  const bucketType = bucketTypeOf(node);
  if (!bucketType) return findInline(context.document, { ...context, resource: node });
  return [subjectOf({ logicalId: key.text, node, bucketType, loops }, context)];
}

/** What a loop or a decision makes of a bucket is not for the next reading. */
function subjectOf(bucket: BucketResource, { template, given }: Context): BucketSubject {
  const read = () => bucketSubject(bucket, template, given);
  const isUsual = bucket.loops.length === 0 && given === noFacts;
  return isUsual ? remembered(bucket, template, read) : read();
}

/** The templates in a serverless.yml, under `resources`: one, or a list of them. */
function serverlessTemplates(root: MapNode): MapNode[] {
  const value = member(root, 'resources')?.value;
  const templates = asList(value)?.items ?? (value ? [value] : []);
  return templates.map(asMap).filter((map) => map !== undefined);
}

function resourcesOf(template: MapNode): MapNode | undefined {
  return asMap(member(template, 'Resources')?.value);
}
