/**
 * The short tags of CloudFormation: `!Sub` is `Fn::Sub`, and so on.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
const functions = [
  'And',
  'Base64',
  'Cidr',
  'Contains',
  'EachMemberEquals',
  'EachMemberIn',
  'Equals',
  'FindInMap',
  'GetAtt',
  'GetAZs',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'RefAll',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
  'ValueOf',
  'ValueOfAll',
];

const longNames: ReadonlyMap<string, string> = new Map([
  ['!Ref', 'Ref'],
  ['!Condition', 'Condition'],
  ...functions.map((name) => [`!${name}`, `Fn::${name}`] as const),
]);

/** The member that a short tag stands for; undefined for any other tag. */
export function longNameOf(tag: string): string | undefined {
  return longNames.get(tag);
}

/** True for the tags of YAML itself that leave a value what it is. */
export function isCoreTag(tag: string): boolean {
  return /^!!(?:map|seq|int|float|bool|null)$/.test(tag);
}

/** True for the tags by which a scalar is what it looks like, also one in quotes: `!!bool "true"` is a boolean. */
export function isLookTag(tag: string): boolean {
  return /^!!(?:int|float|bool|null)$/.test(tag);
}

/** True for the tags that make a string of a scalar, however it looks. */
export function isStringTag(tag: string): boolean {
  return tag === '!!str' || tag === '!';
}
