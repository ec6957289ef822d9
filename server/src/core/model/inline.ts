import { asMap, member, textOf } from '../syntax/access.ts';
import type { Document } from '../syntax/document.ts';
import type { MapNode } from '../syntax/node.ts';
import { findNested } from './nested.ts';
import type { BucketSubject } from './subject.ts';

/** The resource types that hold a document of another kind, and the property that it stands under. */
const holders: ReadonlyMap<string, string> = new Map([
  ['AWS::StepFunctions::StateMachine', 'Definition'],
  ['AWS::Serverless::StateMachine', 'Definition'],
  ['AWS::SSM::Document', 'Content'],
]);

/**
 * The requests in a resource of a template that is no bucket: in a state machine's definition, in a runbook, among the
 * properties of a custom resource. Where such a document is a string, it is text.
 */
export function findInline(document: Document, resource: MapNode): BucketSubject[] {
  const type = textOf(resource, 'Type') ?? '';
  const properties = member(resource, 'Properties')?.value;
  const isCustom = type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
  if (isCustom) return findNested(document, properties, true);
  const map = asMap(properties);
  const holder = holders.get(type);
  return map && holder ? findNested(document, member(map, holder)?.value, true) : [];
}
