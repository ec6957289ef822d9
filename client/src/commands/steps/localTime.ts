/** A time of the journal as it is here, in the user's spelling. */
export function localTime(time: string): string {
  return new Date(time).toLocaleString();
}
