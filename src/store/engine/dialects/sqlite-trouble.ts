import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreError } from '../../../core/errors.js';
import { errorCodes, systemReason } from '../../../core/system-errors.js';
import { storeFile } from './sqlite-access.js';

type Words = (file: string, cause: unknown) => readonly [message: string, hint: string];

/** A disk with less space than this is full, if SQLite could not write to it. */
const FULL_BYTES = 1_000_000;

const full: Words = file => [
  `The disk of the store ${file} is full, so nothing can be written. What was loaded before is all there.`,
  `Free some space in ${dirname(file)} (df -h shows how much is left), then do it again.`,
];

const damaged: Words = file => [
  `The store ${file} is damaged: some of it can no longer be read.`,
  `Stop Shopkeeper, move ${file}, ${file}-wal and ${file}-shm elsewhere and put a backup of them in ` +
    'their place; without one, load your sales files again into a new store.',
];

const noStore: Words = file => [
  `${file} is no store of Shopkeeper's, or its beginning was overwritten.`,
  'DATABASE_URL must name a store, or a file that does not exist yet. If it was your store, put a backup ' +
    'in its place.',
];

const readOnly: Words = file => [
  `The store ${file} is read-only: questions can be answered, but nothing can be written.`,
  `Make the file and its folder writable for the user that runs Shopkeeper (ls -ld ${dirname(file)} ` +
    `${file} shows whose they are).`,
];

const inUse: Words = file => [
  `The store ${file} is in use by another program, which has not let go of it.`,
  'If a file is being loaded, wait until that has ended. Otherwise close the program that holds it ' +
    `(fuser ${file} shows its process id), and try again.`,
];

const cannotOpen: Words = (file, cause) => [
  `The store ${file} cannot be opened: ` +
    `${systemReason(cause) ?? 'it, or a file beside it, cannot be read or made'}.`,
  'Check that DATABASE_URL names a file in a folder that can be written to.',
];

const diskFails: Words = file =>
  isFull(file)
    ? full(file, undefined)
    : [
        `The disk of the store ${file} could not be read or written.`,
        'Check the disk and the limits of the user that runs Shopkeeper (ulimit -a); shopkeeper doctor ' +
          'says whether the store opens.',
      ];

const outOfMemory: Words = () => [
  'There is not enough memory for the store to do this.',
  'Close other programs or give Shopkeeper more memory, then do it again.',
];

const WORDS: Readonly<Record<string, Words>> = {
  SQLITE_FULL: full,
  ENOSPC: full,
  EDQUOT: full,
  SQLITE_CORRUPT: damaged,
  SQLITE_NOTADB: noStore,
  SQLITE_READONLY: readOnly,
  SQLITE_BUSY: inUse,
  SQLITE_LOCKED: inUse,
  SQLITE_PROTOCOL: inUse,
  SQLITE_CANTOPEN: cannotOpen,
  SQLITE_PERM: cannotOpen,
  SQLITE_AUTH: cannotOpen,
  EACCES: cannotOpen,
  EPERM: cannotOpen,
  EROFS: cannotOpen,
  EISDIR: cannotOpen,
  ENOTDIR: cannotOpen,
  ENOENT: cannotOpen,
  EEXIST: cannotOpen,
  SQLITE_IOERR: diskFails,
  EIO: diskFails,
  SQLITE_NOMEM: outOfMemory,
};

/**
 * All codes of an error. If Knex could not take the migration lock, its own error has the code in its text.
 */
export function sqliteCodes(error: unknown): string[] {
  const isLock = error instanceof Error && error.name === 'MigrationLocked';
  return [...errorCodes(error), ...((isLock && error.message.match(/SQLITE_[A-Z]+/g)) || [])];
}

/** An error of SQLite, or of the system about its file, in words; undefined if it is neither. */
export function sqliteTrouble(error: unknown, url: string): StoreError | undefined {
  const words = sqliteCodes(error)
    .map(code => WORDS[code])
    .find(found => found !== undefined);
  return words && new StoreError(...words(storeFile(url), error), { cause: error });
}

function isFull(file: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(file));
    return bavail * bsize < FULL_BYTES;
  } catch {
    return false;
  }
}
