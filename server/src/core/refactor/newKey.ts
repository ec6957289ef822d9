import { resourceOrder } from '../rules/stateEncryption.ts';
import { asMap, member } from '../syntax/access.ts';
import type { InsertMember, ModelValue } from '../syntax/edit/change.ts';
import type { MapNode, Node } from '../syntax/node.ts';
import { keyOf, rootOf } from '../syntax/pointer.ts';

/** A KMS key that a template is given, and how its resources name it. */
export interface NewKey {
  readonly logicalId: string;
  readonly reference: ModelValue;
  readonly change: InsertMember;
}

/** A key for a bucket, as a resource beside it. Undefined for what is no resource of a template. */
export function newKey(resource: Node): NewKey | undefined {
  const resources = resource.parent;
  const logicalId = keyOf(resource)?.text;
  const isResource = resources?.kind === 'map' && keyOf(resources)?.text === 'Resources';
  if (!isResource || logicalId === undefined) return undefined;
  const name = freeName(`${logicalId}Key`, resources);
  return {
    logicalId: name,
    reference: { 'Fn::GetAtt': [name, 'Arn'] },
    change: { kind: 'insert', into: resources, name, value: keyFor(logicalId), order: [] },
  };
}

/**
 * A key that stays when the stack goes, for what it has encrypted can't be read without it. Its policy is the one that KMS
 * gives a key by default: who may use it is left to the account's IAM policies.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
function keyFor(bucket: string): ModelValue {
  const root = { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' };
  const statement = {
    Sid: 'EnableIamPolicies',
    Effect: 'Allow',
    Principal: { AWS: root },
    Action: 'kms:*',
    Resource: '*',
  };
  const resource = {
    Type: 'AWS::KMS::Key',
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      Description: `Default encryption of ${bucket}`,
      EnableKeyRotation: true,
      KeyPolicy: { Version: '2012-10-17', Statement: [statement] },
    },
  };
  return Object.fromEntries(
    Object.entries(resource).sort(([a], [b]) => resourceOrder.indexOf(a) - resourceOrder.indexOf(b)),
  );
}

/** A logical id that neither a resource nor a parameter has. */
function freeName(wanted: string, resources: MapNode): string {
  const template = asMap(resources.parent) ?? asMap(rootOf(resources));
  const parameters = template && asMap(member(template, 'Parameters')?.value);
  const taken = [resources, parameters].flatMap((map) => map?.entries.map(({ key }) => key.text) ?? []);
  let name = wanted;
  for (let count = 2; taken.includes(name); count++) name = `${wanted}${count}`;
  return name;
}
