import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
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
 * link; owner and permissions stay.
 * @throws where the file may not be written, or its folder, or could not be given to its owner; and where it has other names
 */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const target = realpathSync(path);
  // A rename asks only the folder; what is read-only is to stay as it is.
  accessSync(target, constants.W_OK);
  const { mode, uid, gid, nlink } = statSync(target);
  if (nlink > 1) throw hasOtherNames();
  const beside = `${target}.${process.pid}.tmp`;
  const file = openSync(beside, 'wx', mode);
  try {
    try {
      giveTo(file, uid, gid);
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

/**
 * Another name of the file can be its copy in a backup, which must stay as it is, or one that is to be the same: nobody but the
 * user knows, so there is no way to write it.
 */
function hasOtherNames(): NodeJS.ErrnoException {
  const message = 'it has other names (hard links), which would stay as they are; it stays as it was';
  return Object.assign(new Error(message), { code: 'EMLINK', syscall: 'rename' });
}

/** A program that runs as root, or for a group, makes files that are its own. */
function giveTo(file: number, uid: number, gid: number): void {
  const own = fstatSync(file);
  if (own.uid !== uid || own.gid !== gid) fchownSync(file, uid, gid);
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
