/** The pattern of an AWS account id, matched whole. */
export const accountIdPattern = '\\d{12}';
const accountId = new RegExp(`^${accountIdPattern}$`);

/** True for the twelve digits of an AWS account id. */
export function isAccountId(text: string): boolean {
  return accountId.test(text);
}
