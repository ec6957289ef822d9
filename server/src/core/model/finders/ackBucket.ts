import { absent } from '../../cloudformation/value.ts';
import { ackSpelling } from '../../s3/spelling.ts';
import { asMap, member, textUnder } from '../../syntax/access.ts';
import type { MapNode } from '../../syntax/node.ts';
import { typeOfName } from '../bucketType.ts';
import { readApiConfiguration } from '../reading/readConfiguration.ts';
import { newReading, quietString, slotOf } from '../reading/reading.ts';
import { certainSubject, worldOf } from '../reading/world.ts';
import type { BucketSubject } from '../subject.ts';
import type { Around } from './requestSubject.ts';

/**
 * A Bucket of AWS Controllers for Kubernetes: `spec.encryption` is the configuration in camel case.
 * https://aws-controllers-k8s.github.io/community/reference/s3/v1alpha1/bucket/
 */
export function findAckBucket({ document }: Around, manifest: MapNode): BucketSubject | undefined {
  const isOfS3 = textUnder(manifest, 'apiVersion')?.startsWith('s3.services.k8s.aws/');
  const spec = asMap(member(manifest, 'spec')?.value);
  if (!isOfS3 || textUnder(manifest, 'kind') !== 'Bucket' || !spec) return undefined;
  const reading = newReading(document.language, 'api', { spelling: ackSpelling });
  const bucketName = quietString(reading, member(spec, 'name'));
  const written = member(spec, 'encryption')?.value;
  const encryption = written ? readApiConfiguration(reading, slotOf('encryption', written)) : absent;
  return certainSubject('ack', manifest, typeOfName(bucketName), worldOf(reading, { bucketName, encryption }));
}
