/** The bundle that holds the AWS SDK: loaded when a command first needs it, and by nothing else. */
export { openAws } from './aws/aws.ts';
export { listProfiles } from './aws/profiles.ts';
