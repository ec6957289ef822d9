/**
 * What server and client agree on, and the one server file that the client imports. What is named here lands in the part
 * of the client that every JSON or YAML file wakes: keep it to constants and the search for the words.
 */
import type { BucketType, Choice, Form, PlainConfiguration, PlainRequest, Question } from './core/index.ts';

export {
  isAlias,
  isDirectoryBucketName,
  isPolicyFile,
  mayHoldConfiguration,
  parseKmsKey,
  regionOfDirectoryBucket,
} from './core/index.ts';
export { type Tongue, tongueOf } from './tongue/translate.ts';
export type { BucketType, Choice, Form, PlainConfiguration, PlainRequest, Question };

/** The section that all settings of the product stand in. */
export const settingsSection = 's3Encryption';

/** The `source` of every diagnostic, and the name that a client keeps the pulled ones under. */
export const diagnosticSource = 's3-encryption';

/** The kind of the code action that applies every safe fix: for `editor.codeActionsOnSave`. */
export const fixAllKind = 'source.fixAll.s3Encryption';

/** The server's command that mends what a rule finds in the whole workspace; its argument is the rule's id. */
export const fixRuleCommand = 's3Encryption.server.fixRule';

/** The server's command that turns a rule off in the project's policy; its arguments are a document and the rule's id. */
export const suppressInPolicyCommand = 's3Encryption.server.suppressInPolicy';

/** The scheme of the documents that show what a bucket has, as a request: nobody edits them, and they are judged. */
export const bucketScheme = 's3-encryption';

/**
 * Where documents come from that somebody edits: disk, an unsaved buffer, a virtual workspace. Not from a `git:` or
 * other read-only copy, which would show each finding twice.
 */
const schemes = ['file', 'untitled', 'vscode-vfs', bucketScheme];

/** `cloudformation` is the AWS Toolkit's; without the Toolkit its files are plain text and known by their names. */
const languages = ['json', 'jsonc', 'yaml', 'cloudformation'];
const patterns = ['**/*.template', '**/*.cfn'];

/** The documents that can hold a configuration. */
export const documentSelector = schemes.flatMap((scheme) => [
  ...languages.map((language) => ({ scheme, language })),
  ...patterns.map((pattern) => ({ scheme, pattern })),
]);

/** The client's command that applies the configuration at a place: `{ uri, position }`. */
export const applyCommand = 's3Encryption.applyToBucket';

/** The client's command that compares the configuration at a place with the bucket that it names: `{ uri, position }`. */
export const compareCommand = 's3Encryption.compareWithBucket';

/** The client's command that writes the configuration at a place in another form: `{ uri, position }`. */
export const convertCommand = 's3Encryption.convertConfiguration';

/** The client's command that asks for a KMS key and gives it to the configuration at a place: `{ uri, position }`. */
export const useKeyCommand = 's3Encryption.useKmsKey';

/** What the client adds to the settings when it starts the server. */
export interface InitializationOptions {
  /** It has the commands that lenses call. */
  readonly commands: boolean;
  /** False in a workspace that isn't trusted: what of its policies could widen anything doesn't count. */
  readonly trusted: boolean;
}

/** The client's word that the workspace has come to be trusted. */
export const trustNotification = 's3Encryption/trustGranted';

/** The request that diagnoses the files of the workspace that aren't open; one that is cancelled stops where it is. */
export const diagnoseWorkspaceRequest = 's3Encryption/diagnoseWorkspace';

/** How the client hears how far its walk is: `$/progress` with this token and the number of files. Left out: by LSP's own. */
export interface DiagnoseWorkspaceParams {
  readonly progressToken?: string;
}

/** What a walk through the workspace came to. */
export interface WorkspaceReport {
  readonly files: number;
  /** Those in which something was found. */
  readonly withFindings: number;
}

/** The request that asks whether a configuration can be applied, and for its plain values. */
export const preflightRequest = 's3Encryption/preflight';

/** Which configuration of an open document is meant, and as what it is to be judged. */
export interface PreflightParams {
  readonly uri: string;
  /** The version that the client shows; the answer for another one is `outdated`. */
  readonly version: number;
  readonly position: Position;
  /** One of the candidates; the one at the position where it is left out. */
  readonly index?: number;
  /** The type of the bucket that was chosen; what the document says, where it is left out. */
  readonly bucketType?: BucketType;
  /** What the user has said of what the document leaves open. */
  readonly choices?: readonly Choice[];
}

/** The answer to a preflight. */
export type PreflightAnswer =
  | { readonly state: 'none' }
  | { readonly state: 'outdated' }
  | ChooseAnswer
  | { readonly state: 'blocked'; readonly candidate: PreflightCandidate; readonly blockers: readonly Remark[] }
  | PreflightOpen
  | PreflightReady;

/** The position lies in none of several configurations. */
export interface ChooseAnswer {
  readonly state: 'choose';
  readonly candidates: readonly PreflightCandidate[];
}

/** Something is yet to be chosen. */
export interface PreflightOpen {
  readonly state: 'open';
  readonly candidate: PreflightCandidate;
  readonly question: Question;
}

/** All is known and nothing is refused. */
export interface PreflightReady {
  readonly state: 'ready';
  readonly candidate: PreflightCandidate;
  readonly configuration: PlainConfiguration;
  readonly request: PlainRequest;
  readonly warnings: readonly Remark[];
}

/** A configuration of the document. */
export interface PreflightCandidate {
  readonly index: number;
  readonly label: string;
  readonly range: Range;
  readonly bucketType?: BucketType;
}

/** Something to say about a place of the document. */
export interface Remark {
  readonly message: string;
  readonly range: Range;
}

/** A place, as LSP counts: from 0, in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From a place up to another, which it leaves out. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The request that writes a configuration in all forms. */
export const convertRequest = 's3Encryption/convert';

/** Which configuration of an open document is to be written. */
export interface ConvertParams {
  readonly uri: string;
  /** The version that the client shows; the answer for another one is `outdated`. */
  readonly version: number;
  readonly position: Position;
}

/** The answer: its texts, or why there are none: it `depends` on conditions, or has to be mended first. */
export type ConvertAnswer =
  | { readonly state: 'none' | 'outdated' | 'depends' | 'unsound' }
  | ChooseAnswer
  | { readonly state: 'ready'; readonly forms: WrittenForms };

/** A configuration in each form: a text, and its language in the editor. */
export type WrittenForms = Readonly<Record<Form, { readonly text: string; readonly languageId: string }>>;

/** The request that gives the configuration at a position SSE-KMS with a key. */
export const useKeyRequest = 's3Encryption/useKey';

/** Which configuration of an open document is to have which key. */
export interface UseKeyParams {
  readonly uri: string;
  /** The version that the client shows; the answer for another one is `outdated`. */
  readonly version: number;
  readonly position: Position;
  /** Where it is left out, it is only asked whether the configuration can have one. */
  readonly key?: string;
}

/**
 * The answer: edits of that version; or why there are none. `elsewhere`: the encryption is not written in its place; `unfit`: a
 * directory bucket takes no alias.
 */
export type UseKeyAnswer =
  | { readonly state: 'none' | 'outdated' | 'depends' | 'unsound' | 'elsewhere' | 'unfit' }
  | ChooseAnswer
  | { readonly state: 'takes-key'; readonly bucketType: BucketType }
  | { readonly state: 'ready'; readonly edits: readonly { readonly range: Range; readonly newText: string }[] };

/** The request that judges a text that isn't open, as one that stands in the workspace: what a bucket has, as a request. */
export const judgeTextRequest = 's3Encryption/judgeText';

/** Which text is to be judged. */
export interface JudgeTextParams {
  /** Where the text would stand: whose settings and policy count. */
  readonly uri: string;
  /** A JSON text. */
  readonly text: string;
}

/** The encryption in words, and what the rules say of it. */
export interface JudgedText {
  readonly words: string;
  readonly findings: readonly JudgedFinding[];
}

/** What a rule says of such a text. */
export interface JudgedFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
}

/** The request that asks which type of bucket is assumed for a document where it doesn't say that. */
export const assumedTypeRequest = 's3Encryption/assumedType';

/** Which document is meant. */
export interface AssumedTypeParams {
  readonly uri: string;
}

/** The type that is assumed, left out where none is stated: then it is general purpose. */
export interface AssumedType {
  readonly bucketType?: BucketType;
  /** The URI of the policy that states it; left out where the settings do, or nothing does. */
  readonly policy?: string;
}

/** The server's word to its own client that what is assumed may be another type by now. */
export const assumedTypesNotification = 's3Encryption/assumedTypesChanged';
