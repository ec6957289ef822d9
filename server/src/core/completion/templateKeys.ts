import type { BucketType } from '../s3/bucketTypes.ts';
import { asMap, member, resolve } from '../syntax/access.ts';
import type { ModelValue } from '../syntax/edit/change.ts';
import type { MapNode, Node } from '../syntax/node.ts';
import { rootOf } from '../syntax/pointer.ts';
import { isUsable, type KeyReference } from './keyReferences.ts';

/** A key that a template refers to by a function. */
export interface TemplateKey extends KeyReference {
  readonly value: ModelValue;
}

/** The keys that are resources of a node's template, and the parameters that may hold one. */
export function templateKeys(node: Node, bucketType: BucketType): TemplateKey[] {
  const template = asMap(rootOf(node));
  const of = (section: string) => asMap(template && member(template, section)?.value)?.entries ?? [];
  const resources = of('Resources').flatMap(({ key, value }): TemplateKey[] => {
    const resource = asMap(value);
    const type = resource && textOf(resource, 'Type');
    if (resource && type !== undefined && keyTypes.has(type) && isSymmetric(resource))
      return [call('Fn::GetAtt', `${key.text}.Arn`, 'resource')];
    return type === 'AWS::KMS::Alias' && bucketType === 'general-purpose' ? [call('Ref', key.text, 'resource')] : [];
  });
  const parameters = of('Parameters')
    .filter(({ key, value }) => isKeyParameter(key.text, asMap(value), bucketType))
    .map(({ key }) => call('Ref', key.text, 'parameter'));
  return [...resources, ...parameters];
}

const keyTypes: ReadonlySet<string> = new Set(['AWS::KMS::Key', 'AWS::KMS::ReplicaKey']);

/** S3 takes symmetric keys for encryption alone, and none that is disabled. */
function isSymmetric(resource: MapNode): boolean {
  const properties = asMap(member(resource, 'Properties')?.value);
  const of = (name: string) => properties && textOf(properties, name);
  return (
    [undefined, 'SYMMETRIC_DEFAULT'].includes(of('KeySpec')) &&
    [undefined, 'ENCRYPT_DECRYPT'].includes(of('KeyUsage')) &&
    of('Enabled') !== 'false'
  );
}

/** By its name, or by a default that names a key. */
function isKeyParameter(name: string, parameter: MapNode | undefined, bucketType: BucketType): boolean {
  if (!parameter || textOf(parameter, 'Type') !== 'String') return false;
  const byDefault = textOf(parameter, 'Default');
  return byDefault === undefined ? /kms|key/i.test(name) : isUsable(byDefault, bucketType);
}

function call(name: 'Ref' | 'Fn::GetAtt', argument: string, origin: KeyReference['origin']): TemplateKey {
  return { label: argument, value: { [name]: name === 'Ref' ? argument : argument.split('.') }, origin };
}

function textOf(map: MapNode, name: string): string | undefined {
  const value = resolve(member(map, name)?.value);
  return value?.kind === 'scalar' ? value.text : undefined;
}
