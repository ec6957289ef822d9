import { expect, it } from 'vitest';
import { importsOf, readSources } from '../architecture/sources.ts';

const sources = readSources();
const client = sources.filter(({ path }) => path.startsWith('client/'));
const inAws = (path: string) => path.startsWith('client/src/aws/');
const inApply = (path: string) => path.startsWith('client/src/apply/');

it('client/src/aws alone knows the AWS SDK', () => {
  const others = sources.filter(({ path }) => !inAws(path));
  const wrong = others.filter(({ packages }) => packages.some((name) => /^@aws-sdk\/|^@smithy\//.test(name)));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

it('aws and apply know no editor', () => {
  const wrong = client.filter(({ path, packages }) => (inAws(path) || inApply(path)) && packages.includes('vscode'));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

it('aws knows nothing of its users, and apply nothing of the commands but the facts that the server shares', () => {
  const edges = client.flatMap((source) => importsOf(source).map(({ target }) => [source.path, target] as const));
  const isShared = (path: string) => path === 'server/src/protocol.ts';
  const wrong = edges.filter(
    ([from, to]) => (inAws(from) && !inAws(to)) || (inApply(from) && !inApply(to) && !inAws(to) && !isShared(to)),
  );
  expect(wrong).toEqual([]);
});

it('apply takes types from aws and nothing that runs', () => {
  const running = client
    .filter(({ path }) => inApply(path))
    .filter(({ text }) => /^import (?!type )[^;]*'\.\.\/aws\//m.test(text));
  expect(running.map(({ path }) => path)).toEqual([]);
});
