/** What YAML 1.1 reads as something else than a text, although it begins with a letter. https://yaml.org/type/ */
const otherWords = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** A text as YAML takes it for a string, whatever stands in it. */
export function scalar(value: string): string {
  const isPlain = /^[A-Za-z][\w ./@:-]*$/.test(value) && !/: |:$| $/.test(value) && !otherWords.test(value);
  return isPlain ? value : JSON.stringify(value);
}
