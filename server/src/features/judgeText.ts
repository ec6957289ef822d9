import { type LintOptions, lint, overviews, readDocument } from '../core/index.ts';
import type { JudgedText } from '../protocol.ts';
import type { Say } from '../tongue/say.ts';
import { encryptionInWords } from './encryptionWords.ts';

/** How a text is judged, and in which language that is told. */
export interface JudgeTextOptions {
  readonly lint: LintOptions;
  readonly say: Say;
  readonly translate: (message: string) => string;
}

/** Judges a JSON text that is open nowhere: the encryption of its first configuration in words, and all findings. */
export function judgeText(text: string, { lint: options, say, translate }: JudgeTextOptions): JudgedText {
  const document = readDocument(text, 'json');
  const [overview] = overviews(document, options.bucketType);
  const findings = lint(document, options).map(({ rule, severity, message }) => ({
    rule,
    severity,
    message: translate(message),
  }));
  return { words: overview ? encryptionInWords(overview.encryption, { say, translate }) : '', findings };
}
