import { intrinsicOf } from '../../server/src/core/cloudformation/intrinsics.ts';
import type { RuleId } from '../../server/src/core/index.ts';
import { startOf } from '../../server/src/core/index.ts';
import { asMap, member } from '../../server/src/core/syntax/access.ts';
import type { Node } from '../../server/src/core/syntax/node.ts';
import { keyOf, pointerTo, rootOf } from '../../server/src/core/syntax/pointer.ts';
import type { Ground } from './ground.ts';
import { type Addition, type Change, flow, type Mutation, quote, swap } from './mutation.ts';

/** How a template can come to a value: what is written in its place, what else the template needs, where it is found. */
interface Way {
  readonly name: string;
  readonly by: (bad: string, sound: string) => string;
  readonly needs: (bad: string, sound: string) => readonly Section[];
  /** Where the finding is, from the value. */
  readonly at: string;
  /** True where the sound value has to be literal too. */
  readonly isOfLiteral?: boolean;
}

/** A member of one of the template's sections. */
type Section = readonly [section: string, name: string, value: string];

const condition: readonly Section[] = [
  ['Parameters', 'S3eStage', '{"Type": "String", "Default": "prod"}'],
  ['Conditions', 'S3eIsProd', '{"Fn::Equals": [{"Ref": "S3eStage"}, "prod"]}'],
];

const parameter = (rest: string): readonly Section[] => [['Parameters', 'S3eValue', `{"Type": "String", ${rest}}`]];

const ways: readonly Way[] = [
  {
    name: 'in the first arm of Fn::If',
    by: (bad, sound) => `{"Fn::If": ["S3eIsProd", ${bad}, ${sound}]}`,
    needs: () => condition,
    at: '/Fn::If/1',
  },
  {
    name: 'in the second arm of Fn::If',
    by: (bad, sound) => `{"Fn::If": ["S3eIsProd", ${sound}, ${bad}]}`,
    needs: () => condition,
    at: '/Fn::If/2',
  },
  { name: 'behind Fn::Sub', by: (bad) => `{"Fn::Sub": ${bad}}`, needs: () => [], at: '' },
  {
    name: 'as a default',
    by: () => '{"Ref": "S3eValue"}',
    needs: (bad) => parameter(`"Default": ${bad}`),
    at: '',
  },
  {
    name: 'as an allowed value',
    by: () => '{"Ref": "S3eValue"}',
    needs: (bad, sound) => parameter(`"Default": ${sound}, "AllowedValues": [${sound}, ${bad}]`),
    at: '',
    isOfLiteral: true,
  },
  {
    name: 'in a mapping',
    by: () => '{"Fn::FindInMap": ["S3eMap", "Top", "Second"]}',
    needs: (bad) => [['Mappings', 'S3eMap', `{"Top": {"Second": ${bad}}}`]],
    at: '',
  },
  {
    name: 'joined',
    by: (bad) => `{"Fn::Join": ["", [${bad.slice(0, 4)}", "${bad.slice(4)}]]}`,
    needs: () => [],
    at: '',
  },
  { name: 'selected', by: (bad) => `{"Fn::Select": ["0", [${bad}]]}`, needs: () => [], at: '' },
];

/** Wrong values that a template comes to by a function. */
export const functionMutations: readonly Mutation[] = [
  ...ways.map((way) => valueBy(way, 'algorithm', 'unknown-algorithm', quote('SSE-KMS'))),
  ...ways.map((way) => valueBy(way, 'key', 'malformed-kms-key', quote('aws/s3'))),
  inArm('the rule', ({ entry }) => entry, '{"ServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}'),
  inArm('the list', ({ list }) => list, '[{"ServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]'),
  inArm('BucketEncryption', encryptionOf, '{"Ref": "AWS::NoValue"}'),
];

function valueBy(way: Way, target: 'algorithm' | 'key', rule: RuleId, bad: string): Mutation {
  return {
    name: `${target} ${way.name}`,
    rule,
    change: (ground) => {
      const node = ground[target];
      if (!node || !isTemplate(ground)) return undefined;
      if (node.kind !== 'scalar' && (way.isOfLiteral || intrinsicOf(node)?.name === 'Fn::If')) return undefined;
      if (target === 'key' && ground.algorithm?.text !== 'aws:kms') return undefined;
      const sound = flow(ground, node);
      const change = swap(node, way.by(bad, sound), `${pointerTo(node)}${way.at}`);
      return change && withSections(ground, change, way.needs(bad, sound));
    },
  };
}

/** The wrong algorithm in one arm of an Fn::If around a level; the other arm is sound, or nothing. */
function inArm(name: string, level: (ground: Ground) => Node | undefined, other: string): Mutation {
  return {
    name: `algorithm, ${name} in an arm of Fn::If`,
    rule: 'unknown-algorithm',
    change: (ground) => {
      const node = level(ground);
      const algorithm = ground.algorithm;
      if (!node || !algorithm || !isTemplate(ground)) return undefined;
      const written = flow(ground, node).replace(quote(algorithm.text), quote('SSE-KMS'));
      const by = `{"Fn::If": ["S3eIsProd", ${written}, ${other}]}`;
      const rest = pointerTo(algorithm).slice(pointerTo(node).length);
      const change = swap(node, by, `${pointerTo(node)}/Fn::If/1${rest}`);
      return change && withSections(ground, change, condition);
    },
  };
}

/** The map that holds the list, where it is the value of BucketEncryption. */
function encryptionOf({ list }: Ground): Node | undefined {
  return list.parent && keyOf(list.parent) ? list.parent : undefined;
}

function isTemplate({ subject }: Ground): boolean {
  return (
    subject.shape === 'template' &&
    asMap(rootOf(subject.node))?.entries.some(({ key }) => key.text === 'Resources') === true
  );
}

function withSections(ground: Ground, change: Change, sections: readonly Section[]): Change {
  return { ...change, additions: sections.map((section) => addition(ground, section)) };
}

/** Before the first member of the section, or a section of its own before the template's first. */
function addition({ document, subject }: Ground, [section, name, value]: Section): Addition {
  const root = asMap(rootOf(subject.node));
  const first = asMap(root && member(root, section)?.value)?.entries[0]?.key;
  const written = `${quote(name)}: ${value}`;
  const key = first ?? root?.entries[0]?.key;
  const offset = key ? startOf(key) : 0;
  const text = first ? written : `${quote(section)}: {${written}}`;
  const isBlock = document.language === 'yaml' && key?.parent?.kind === 'map' && key.parent.style === 'block';
  const lineStart = document.text.lastIndexOf('\n', offset - 1) + 1;
  const indent = document.text.slice(lineStart, offset).replace(/\S/g, ' ');
  return { offset, text: isBlock ? `${text}\n${indent}` : `${text}, ` };
}
