import { isAbsolute, resolve } from 'node:path';
import { pathUnder } from '../project/policyFile.ts';

/** The path of a file from the current folder on, with slashes; of one that isn't below it, the path as it is. */
export function fromHere(path: string): string {
  const below = pathUnder(process.cwd(), resolve(path));
  return /^(?:\.\.(?:\/|$)|$)/.test(below) || isAbsolute(below) ? path : below;
}
