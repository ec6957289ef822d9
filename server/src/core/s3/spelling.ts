/**
 * How a kind of document writes the names of the API's members. Everything behind the reading of members knows the API's
 * names alone.
 */
export interface Spelling {
  /** The API's name for what a document writes; undefined where the API's name isn't one of this kind of document. */
  readonly apiName: (written: string) => string | undefined;
  /** What a document of this kind writes for one of the API's names. */
  readonly written: (apiName: string) => string;
  /** True where the name says that the value is filled in later: the member is there, its value isn't known. */
  readonly isFilledIn: (written: string) => boolean;
}

/** AWS's own names, as in a request or a template. */
export const ownSpelling: Spelling = {
  apiName: (written) => written,
  written: (apiName) => apiName,
  isFilledIn: () => false,
};

const ackNames: ReadonlyMap<string, string> = new Map([
  ['Rules', 'rules'],
  ['ApplyServerSideEncryptionByDefault', 'applyServerSideEncryptionByDefault'],
  ['SSEAlgorithm', 'sseAlgorithm'],
  ['KMSMasterKeyID', 'kmsMasterKeyID'],
  ['BucketKeyEnabled', 'bucketKeyEnabled'],
  ['BlockedEncryptionTypes', 'blockedEncryptionTypes'],
  ['EncryptionType', 'encryptionType'],
]);
const keyReference = 'kmsMasterKeyRef';
const namesOfAck: ReadonlyMap<string, string> = new Map(
  [...ackNames].map(([apiName, written]) => [written, apiName] as const),
);

/**
 * The spelling of AWS Controllers for Kubernetes; a reference stands for the id of the key that it names.
 * https://aws-controllers-k8s.github.io/community/reference/s3/v1alpha1/bucket/
 */
export const ackSpelling: Spelling = {
  apiName: (written) => {
    if (written === keyReference) return 'KMSMasterKeyID';
    return namesOfAck.get(written) ?? (ackNames.has(written) ? undefined : written);
  },
  written: (apiName) => ackNames.get(apiName) ?? apiName,
  isFilledIn: (written) => written === keyReference,
};

/** Step Functions spells members as the AWS SDK for Java does, with a capital first letter. */
const statesNames: ReadonlyMap<string, string> = new Map([
  ['SseAlgorithm', 'SSEAlgorithm'],
  ['KmsMasterKeyID', 'KMSMasterKeyID'],
]);
const statesWritten: ReadonlyMap<string, string> = new Map(
  [...statesNames].map(([written, apiName]) => [apiName, written] as const),
);
const jsonPath = /\.\$$/;

/**
 * The spelling of Step Functions. What it makes of the API's own spelling where that differs isn't documented, so both are
 * taken. A name that ends in `.$` has a JSONPath for its value.
 * https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
export const statesSpelling: Spelling = {
  apiName: (written) => {
    const name = written.replace(jsonPath, '');
    return statesNames.get(name) ?? name;
  },
  written: (apiName) => statesWritten.get(apiName) ?? apiName,
  isFilledIn: (written) => jsonPath.test(written),
};
