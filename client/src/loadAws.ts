/** Loads the bundle that holds the AWS SDK. It stands here, where the way to it is the same in the source and in dist. */
export function loadAws(): Promise<typeof import('./awsBundle.js')> {
  return import('./awsBundle.js');
}
