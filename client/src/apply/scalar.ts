/** A text as YAML takes it for a string, whatever stands in it. */
export function scalar(value: string): string {
  return /^[A-Za-z][\w ./@:-]*$/.test(value) && !/: |:$| $/.test(value) ? value : JSON.stringify(value);
}
