import { type Document, type Language, readDocument } from '../../server/src/core/index.ts';
import { ackSpelling, statesSpelling } from '../../server/src/core/s3/spelling.ts';
import { asWritten, emitBlock } from '../unit/fixtures/emit.ts';
import type { Ground } from './ground.ts';
import { flow, quote } from './mutation.ts';

/** A document of another kind that holds the rule of a template. */
export interface OtherDocument {
  /** Its kind, with the ending of its language. */
  readonly name: string;
  readonly document: Document;
}

const keyArn = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const functionOnOneLine = /\{"(?:Ref|Fn::\w+)": (?:"[^"]*"|\[[^[\]]*\])\}/g;

/** A template's rule in the API's names, with a key in the place of what only a template can say; undefined where it can't be. */
export function ruleOfApi(ground: Ground): string | undefined {
  if (ground.world.dialect !== 'cloudformation') return undefined;
  const rule = flow(ground, ground.entry)
    .replace('"ServerSideEncryptionByDefault"', '"ApplyServerSideEncryptionByDefault"')
    .replace(functionOnOneLine, quote(keyArn));
  return /"(?:Ref|Fn::)/.test(rule) ? undefined : rule;
}

/** The rule as a request, in a runbook, in a state machine, in a manifest of ACK. */
export function otherDocuments(rule: string): OtherDocument[] {
  const configuration = `"ServerSideEncryptionConfiguration": {"Rules": [${rule}]}`;
  const request = `"Bucket": "amzn-s3-demo-bucket", ${configuration}`;
  const call = `"action": "aws:executeAwsApi", "inputs": {"Service": "s3", "Api": "PutBucketEncryption", ${request}}`;
  const task = `"Resource": "arn:aws:states:::aws-sdk:s3:putBucketEncryption", "Parameters": {${request}}`;
  const manifest = '"apiVersion": "s3.services.k8s.aws/v1alpha1", "kind": "Bucket"';
  const inAck = renamed(rule, ackSpelling.written);
  return [
    inJson('request.json', `{${request}}`),
    inYaml('request.yaml', `{${request}}`),
    inJson('directory.json', `{"Bucket": "data--usw2-az1--x-s3", ${configuration}}`),
    inYaml('directory.yaml', `{"Bucket": "data--usw2-az1--x-s3", ${configuration}}`),
    inJson('runbook.json', `{"mainSteps": [{"name": "Encrypt", ${call}}]}`),
    inYaml('runbook.yaml', `{"mainSteps": [{"name": "Encrypt", ${call}}]}`),
    inJson('states.json', `{"States": {"Encrypt": {${renamed(task, statesSpelling.written)}}}}`),
    inYaml('states.yaml', `{"States": {"Encrypt": {${renamed(task, statesSpelling.written)}}}}`),
    inJson('ack.json', `{${manifest}, "spec": {"name": "amzn-s3-demo-bucket", "encryption": {"rules": [${inAck}]}}}`),
    inYaml('ack.yaml', `{${manifest}, "spec": {"name": "amzn-s3-demo-bucket", "encryption": {"rules": [${inAck}]}}}`),
  ];
}

function inJson(name: string, text: string): OtherDocument {
  return read(name, text, 'json');
}

function inYaml(name: string, text: string): OtherDocument {
  const root = readDocument(text, 'json').roots[0];
  return read(name, root ? `${emitBlock(root, { from: 'json', order: asWritten }).trimStart()}\n` : '', 'yaml');
}

function read(name: string, text: string, language: Language): OtherDocument {
  return { name, document: readDocument(text, language) };
}

/** The members' names as another kind of document writes them. */
function renamed(text: string, written: (name: string) => string): string {
  return text.replace(/"(\w+)"(?=:)/g, (_, name: string) => quote(written(name)));
}
