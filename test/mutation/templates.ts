import { type Finding, languageOf, lint, pointerIn, readDocument } from '../../server/src/core/index.ts';
import { readCorpusFile, readLabels, textOf } from '../corpus/corpus.ts';
import { changed } from './mutation.ts';
import { sample } from './sample.ts';
import { type Trial, trialsIn } from './trial.ts';

/** A template to be judged by another linter too. */
export interface Template {
  readonly file: string;
  readonly text: string;
  /** How it was broken; undefined for a real file as it is. */
  readonly mutation: string | undefined;
  /** What this engine says of it. */
  readonly findings: readonly string[];
}

/** The real templates of the corpus, and some of the ways to break each kind of them: up to `each` a mutation. */
export function templates(each: number): Template[] {
  const files = readLabels().filter(({ score, kind }) => score === 'full' && /^(?:cfn|sam|cdk)/.test(kind));
  const trials = files.flatMap(trialsIn).filter(({ ground }) => ground.subject.shape === 'template');
  const names = [...new Set(trials.map(({ mutation }) => mutation.name))];
  const chosen = names.flatMap((name) =>
    sample(
      trials.filter(({ mutation }) => mutation.name === name),
      each,
      3,
    ),
  );
  return [...files.map(({ file }) => real(file)), ...chosen.map(broken)];
}

function real(file: string): Template {
  const text = textOf(readCorpusFile(file));
  return { file, text, mutation: undefined, findings: judge(file, text) };
}

function broken({ file, mutation, ground, change }: Trial): Template {
  const text = changed(ground, change);
  return { file, text, mutation: mutation.name, findings: judge(file, text) };
}

function judge(file: string, text: string): string[] {
  const document = readDocument(text, languageOf(file, text));
  const spell = ({ rule, severity, at }: Finding) => `${severity} ${rule} ${pointerIn(document, at)}`;
  return lint(document).map(spell);
}
