import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { StoreError } from '../../../core/errors.js';

/** The file of a store at `sqlite:PATH`. */
export const storeFile = (url: string): string => url.replace(/^sqlite:(\/\/)?/, '');

/** Whether a store that exists may only be read: its file, or its folder, where SQLite writes beside it. */
export const isReadOnlyFile = (file: string): boolean =>
  existsSync(file) && !(mayWrite(file) && mayWrite(dirname(file)));

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * How SQLite opens a store that may only be read. If it cannot write beside the store it needs an index of
 * the write-ahead log from the program that writes it; without a log, the file is all there is, and no
 * program has it open.
 * @throws StoreError if the store has a log and no index: the changes in the log would be missing
 */
export function readOnlyAddress(file: string): string {
  const address = pathToFileURL(resolve(file)).href;
  if (mayWrite(dirname(file)) || sizeOf(`${file}-shm`) > 0) return `${address}?mode=ro`;
  if (sizeOf(`${file}-wal`) === 0) return `${address}?immutable=1`;
  throw new StoreError(
    `The store ${file} is read-only and was not closed properly: its last changes are in ${file}-wal.`,
    `Copy ${file} and ${file}-wal into a folder that can be written to, and name the copy in DATABASE_URL.`,
  );
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
