import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';

/** Sales and customer data are readable by the file's owner only, whatever the umask. */
const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;
const PERMISSIONS = 0o777;
const OTHERS = 0o077;

/**
 * Writes a file that only its owner can read. An existing file is overwritten, and loses the permissions of
 * others if it is ours. Devices and pipes (`/dev/stdout`) keep their permissions.
 * @throws the system's error if it cannot be written
 */
export async function writePrivateFile(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'w', OWNER_ONLY_FILE);
  try {
    // Before the content is written, so that others never see it.
    closeToOthers(path);
    await file.writeFile(content);
  } finally {
    await file.close();
  }
}

/**
 * Creates an empty file that only its owner can read; an existing one loses the permissions of others, if
 * ours.
 */
export function makePrivateFile(path: string): void {
  closeSync(openSync(path, 'a', OWNER_ONLY_FILE));
  closeToOthers(path);
}

/** Creates a folder, and missing parents, for their owner only. Existing folders are not changed. */
export function makePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: OWNER_ONLY_FOLDER });
}

/** Removes the permissions of group and others from a file, if it exists and is ours. */
export function closeToOthers(path: string): void {
  try {
    const found = statSync(path);
    const isOurs = found.uid === process.getuid?.();
    if (found.isFile() && isOurs && (found.mode & OTHERS) !== 0)
      chmodSync(path, found.mode & PERMISSIONS & ~OTHERS);
  } catch {
    // It was deleted meanwhile, or its file system has no permissions.
  }
}
