import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';

/**
 * Puts other bytes in the place of a file's, all or none: a run that is cut off leaves the file as it was. A link stays a
 * link; the permissions stay.
 * @throws where the file may not be written, or its folder
 */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const target = realpathSync(path);
  // A rename asks only the folder; what is read-only is to stay as it is.
  accessSync(target, constants.W_OK);
  const { mode } = statSync(target);
  const beside = `${target}.${process.pid}.tmp`;
  const file = openSync(beside, 'wx', mode);
  try {
    try {
      fchmodSync(file, mode);
      writeAll(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
