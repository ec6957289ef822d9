/**
 * AWS's partitions and the Regions that belong to each, by the pattern of their names.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
const regionPatterns: ReadonlyMap<string, RegExp> = new Map([
  ['aws', /^(us|eu|ap|sa|ca|me|af|il|mx)-[a-z]+-\d+$/],
  ['aws-cn', /^cn-[a-z]+-\d+$/],
  ['aws-us-gov', /^us-gov-[a-z]+-\d+$/],
  ['aws-iso', /^us-iso-[a-z]+-\d+$/],
  ['aws-iso-b', /^us-isob-[a-z]+-\d+$/],
  ['aws-iso-e', /^eu-isoe-[a-z]+-\d+$/],
  ['aws-iso-f', /^us-isof-[a-z]+-\d+$/],
  ['aws-eusc', /^eusc-[a-z]+-[a-z]+-\d+$/],
]);

/** The pattern of a partition's name. */
export const partitionPattern = `(?:${[...regionPatterns.keys()].join('|')})`;

/** The pattern of a Region's name, also of one that this table doesn't know. */
export const regionPattern = '[a-z]{2,}(?:-[a-z]+)+-\\d+';

/** The partition that a Region's name belongs to; undefined for a name of no known form. */
export function partitionOf(region: string): string | undefined {
  for (const [partition, pattern] of regionPatterns) {
    if (pattern.test(region)) return partition;
  }
  return undefined;
}
