import { type InventionId, inventions, type RefusalId } from './inventions.ts';
import type { XmlElements } from './writeXml.ts';

/** What is sent back. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** AWS's error code, where this is an error. */
  readonly code?: string;
  /** The row of the table of inventions that this answer, or what it shows, rests on. */
  readonly invention?: InventionId | undefined;
}

/** What belongs to an error beside its status, code and message. */
export interface RefusalDetails {
  /** Further elements of the error, `ArgumentName` for one. */
  readonly fields?: XmlElements;
  readonly headers?: Readonly<Record<string, string>>;
  readonly invention?: InventionId;
}

/** An error in AWS's terms. Each service spells it in its own format. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: RefusalDetails;

  constructor(status: number, code: string, message: string, details: RefusalDetails = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** The error of a row of the table of inventions. */
export function inventedRefusal(id: RefusalId): Refusal {
  const { status, code, message } = inventions[id];
  return new Refusal(status, code, message, { invention: id });
}
