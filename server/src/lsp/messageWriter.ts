import type { Writable } from 'node:stream';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';
import { encode } from './encoding.ts';

/**
 * Writes messages to a stream, each in one piece, in the order that they come in. The library's own encodes all diagnostics of a
 * document with each keystroke, and writes a message in two.
 */
export class PieceWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: Writable;
  #failures = 0;

  constructor(stream: Writable) {
    super();
    this.#stream = stream;
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const pieces = encode(message);
    const length = pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
    const bytes = Buffer.concat([Buffer.from(`Content-Length: ${length}\r\n\r\n`), ...pieces]);
    return new Promise((resolve, reject) => {
      this.#stream.write(bytes, (error) => {
        if (!error) return resolve();
        this.fireError(error, message, ++this.#failures);
        reject(error);
      });
    });
  }

  end(): void {
    this.#stream.end();
  }
}
