import { isCreated } from '../../cloudformation/created.ts';
import type { Facts } from '../../cloudformation/facts.ts';
import type { Template } from '../../cloudformation/template.ts';
import { readWorlds } from '../../cloudformation/worlds.ts';
import type { Spelling } from '../../s3/spelling.ts';
import type { Document } from '../../syntax/document.ts';
import type { MapNode, Node } from '../../syntax/node.ts';
import { typeOfName } from '../bucketType.ts';
import { newReading, type Reading } from '../reading/reading.ts';
import { certainSubject } from '../reading/world.ts';
import type { BucketSubject, DocumentShape, World } from '../subject.ts';

/** What a request is found in. */
export interface Around {
  readonly document: Document;
  /** The template that it is part of, where it is. */
  readonly within?: WithinTemplate;
}

/** A place in a template. */
export interface WithinTemplate {
  readonly template: Template;
  /** What is decided beforehand. */
  readonly given: Facts;
  readonly resource: MapNode;
}

/** What a request is as a subject. */
interface Form {
  readonly node: Node;
  readonly shape: DocumentShape;
  readonly spelling?: Spelling;
}

/** A request as a subject: as it is written, or in each world of the template that it is part of. */
export function requestSubject(
  { document, within }: Around,
  form: Form,
  read: (reading: Reading) => World,
): BucketSubject {
  const { node, shape, spelling } = form;
  const spelt = spelling ? { spelling } : {};
  if (!within) {
    const world = read(newReading(document.language, 'api', spelt));
    return certainSubject(shape, node, typeOfName(world.bucketName), world);
  }
  const { template, given, resource } = within;
  const { worlds, dependsOn } = readWorlds(
    template,
    (evaluator) => {
      if (!isCreated(resource, evaluator)) return undefined;
      return read(newReading(document.language, 'api', { ...spelt, hasIntrinsics: true, evaluator }));
    },
    given,
  );
  const [bucketType, ...others] = new Set(worlds.map(({ bucketName }) => typeOfName(bucketName)));
  return { shape, node, bucketType: others.length === 0 ? bucketType : undefined, worlds, dependsOn };
}
