import type { Diagnostic, Message, NotificationMessage } from 'vscode-languageserver';

const partsOf = new WeakMap<object, readonly (readonly Diagnostic[])[]>();
const spelled = new WeakMap<readonly Diagnostic[], Buffer>();
const comma = Buffer.from(',');
const end = Buffer.from(']}}');

/** The diagnostics of some lists in one, which remembers them: a list that is sent again is not spelled again. */
export function joined(parts: readonly (readonly Diagnostic[])[]): Diagnostic[] {
  const all = parts.flat();
  partsOf.set(all, parts);
  return all;
}

/** A message as JSON in UTF-8, in pieces. */
export function spell(message: Message): Buffer[] {
  const { diagnostics, ...rest } = paramsOf(message);
  const parts = diagnostics && partsOf.get(diagnostics);
  if (!parts) return [Buffer.from(JSON.stringify(message))];
  const around = JSON.stringify({ ...message, params: rest });
  const pieces = parts.filter(({ length }) => length > 0).flatMap((part) => [comma, spelledPart(part)]);
  return [Buffer.from(`${around.slice(0, -'}}'.length)},"diagnostics":[`), ...pieces.slice(1), end];
}

/** What diagnostics are published with; the URI is always there. */
interface Published {
  readonly uri?: string;
  readonly diagnostics?: readonly Diagnostic[];
}

function paramsOf(message: Message): Published {
  return ((message as NotificationMessage).params ?? {}) as Published;
}

/** The members of a list, without its brackets. */
function spelledPart(part: readonly Diagnostic[]): Buffer {
  let bytes = spelled.get(part);
  if (!bytes) {
    bytes = Buffer.from(JSON.stringify(part).slice(1, -1));
    spelled.set(part, bytes);
  }
  return bytes;
}
