import type { BucketType } from '../s3/bucketTypes.ts';
import { encryptKeyUsage, keyResourceTypes, symmetricKeySpec } from '../s3/kmsKeys.ts';
import { asMap, lastIn, member, textUnder } from '../syntax/access.ts';
import type { ModelValue } from '../syntax/edit/change.ts';
import { OwnMemory } from '../syntax/memory.ts';
import type { Entry, EntryRun, MapNode, Node } from '../syntax/node.ts';
import { rootOf } from '../syntax/pointer.ts';
import { isUsable, type KeyReference } from './keyReferences.ts';

/** A key that a template refers to by a function. */
export interface TemplateKey extends KeyReference {
  readonly value: ModelValue;
}

/**
 * The keys that are resources of a node's template, and the parameters that may hold one; none whose default is of another Region
 * than the one that the key has to be in.
 */
export function templateKeys(node: Node, bucketType: BucketType, region?: string): TemplateKey[] {
  const template = asMap(rootOf(node));
  const of = (section: string) => asMap(template && member(template, section)?.value);
  const parameters = countingIn(of('Parameters'), (run) =>
    run.filter(({ key, value }) => isKeyParameter(key.text, asMap(value), bucketType, region)),
  );
  const resources = of('Resources');
  const keys = countingIn(resources, (run) => ofRuns.once(run, keysOfRun).keys);
  const aliases = countingIn(resources, (run) => ofRuns.once(run, keysOfRun).aliases);
  return [
    ...keys.map(({ key }) => call('Fn::GetAtt', `${key.text}.Arn`, 'resource')),
    ...(bucketType === 'general-purpose' ? aliases : []).map(({ key }) => call('Ref', key.text, 'resource')),
    ...parameters.map(({ key }) => call('Ref', key.text, 'parameter')),
  ];
}

/** Of some entries of each run those that count under their names: the last. */
function countingIn(section: MapNode | undefined, someOf: (run: EntryRun) => readonly Entry[]): readonly Entry[] {
  if (!section) return [];
  const some = (section.runs?.list ?? [section.entries]).flatMap(someOf);
  const last = lastIn(section);
  return some.filter((entry) => last(entry.key.text) === entry);
}

/** Resources that are keys, and those that are aliases of keys. */
interface OwnKeys {
  readonly keys: readonly Entry[];
  readonly aliases: readonly Entry[];
}

/** Looked for once for as long as the resources stand so. */
const ofRuns = new OwnMemory<EntryRun, OwnKeys>();

function keysOfRun(run: EntryRun): OwnKeys {
  return { keys: run.filter(isKey), aliases: run.filter(isAlias) };
}

function isKey({ value }: Entry): boolean {
  const resource = asMap(value);
  return resource !== undefined && keyResourceTypes.has(textUnder(resource, 'Type') ?? '') && isSymmetric(resource);
}

function isAlias({ value }: Entry): boolean {
  const resource = asMap(value);
  return resource !== undefined && textUnder(resource, 'Type') === 'AWS::KMS::Alias';
}

/** S3 takes symmetric keys for encryption alone, and none that is disabled. */
function isSymmetric(resource: MapNode): boolean {
  const properties = asMap(member(resource, 'Properties')?.value);
  const of = (name: string) => properties && textUnder(properties, name);
  return (
    [undefined, symmetricKeySpec].includes(of('KeySpec')) &&
    [undefined, encryptKeyUsage].includes(of('KeyUsage')) &&
    of('Enabled') !== 'false'
  );
}

/** By its name, or by a default that names a key. */
function isKeyParameter(
  name: string,
  parameter: MapNode | undefined,
  bucketType: BucketType,
  region?: string,
): boolean {
  if (!parameter || textUnder(parameter, 'Type') !== 'String') return false;
  const byDefault = textUnder(parameter, 'Default');
  return byDefault === undefined ? /kms|key/i.test(name) : isUsable(byDefault, bucketType, region);
}

function call(name: 'Ref' | 'Fn::GetAtt', argument: string, origin: KeyReference['origin']): TemplateKey {
  return { label: argument, value: { [name]: name === 'Ref' ? argument : argument.split('.') }, origin };
}
