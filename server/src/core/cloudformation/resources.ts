import { resourceTypes } from '../s3/bucketTypes.ts';
import { keyIdPattern, keyResourceTypes, kmsKeyPatterns } from '../s3/kmsKeys.ts';
import { asMap, member, textUnder } from '../syntax/access.ts';
import type { MapNode, Node } from '../syntax/node.ts';
import type { Scope } from './scope.ts';
import { hole, type Text } from './text.ts';

/**
 * The attributes that name a key, and what they are like.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html
 */
const keyAttributes: ReadonlyMap<string, string> = new Map([
  ['Arn', kmsKeyPatterns['key-arn']],
  ['KeyId', keyIdPattern],
]);

/** The members that name a resource, by its type: what a Ref to it yields, where they are known. */
const nameMembers: ReadonlyMap<string, string> = new Map([
  ['AWS::KMS::Alias', 'AliasName'],
  ...[...resourceTypes.keys()].map((type) => [type, 'BucketName'] as const),
]);

/**
 * What a Ref to a resource of the template yields: a key's id, an alias's or a bucket's name.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html
 */
export function referenceTo(name: string, scope: Scope): Text {
  return [hole(`\${${name}}`, { kind: 'resource', name }, referencePattern(typeOf(name, scope)))];
}

/** What an attribute of a resource of the template yields: a key's ARN or id, or what only a deployment tells. */
export function attributeOf(name: string, attribute: string, scope: Scope): Text {
  const shown = `\${${name}.${attribute}}`;
  const pattern = keyResourceTypes.has(typeOf(name, scope)) ? keyAttributes.get(attribute) : undefined;
  return [pattern === undefined ? hole(shown) : hole(shown, { kind: 'resource', name }, pattern)];
}

/** Where a template names a resource; undefined where a deployment does, or nobody. */
export function nameOfResource(name: string, scope: Scope): Node | undefined {
  const nameMember = nameMembers.get(typeOf(name, scope));
  const resource = nameMember === undefined ? undefined : resourceIn(name, scope);
  const properties = resource && asMap(member(resource, 'Properties')?.value);
  return properties && nameMember !== undefined ? member(properties, nameMember)?.value : undefined;
}

/** A resource of the template by its logical id, if it is a KMS key. */
export function keyResource(name: string, scope: Scope): MapNode | undefined {
  return keyResourceTypes.has(typeOf(name, scope)) ? resourceIn(name, scope) : undefined;
}

function typeOf(name: string, scope: Scope): string {
  const resource = resourceIn(name, scope);
  return (resource && textUnder(resource, 'Type')) ?? '';
}

function resourceIn(name: string, scope: Scope): MapNode | undefined {
  scope.note('resource', name);
  return asMap(scope.template.find('Resources', name));
}

function referencePattern(type: string): string | undefined {
  if (keyResourceTypes.has(type)) return keyIdPattern;
  return type === 'AWS::KMS::Alias' ? kmsKeyPatterns.alias : undefined;
}
