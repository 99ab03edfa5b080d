import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';

/** Sales, customers and their addresses are for the owner of the file alone, whatever the umask says. */
const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;
const PERMISSIONS = 0o777;
const OTHERS = 0o077;

/**
 * Writes a file that only its owner can read. A file that exists already is overwritten, and closed to others if it is ours.
 * Devices and pipes (`/dev/stdout`) keep their permissions.
 * @throws the system's error if it cannot be written
 */
export async function writePrivateFile(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'w', OWNER_ONLY_FILE);
  try {
    // Before the content, so that it is never there for others.
    closeToOthers(path);
    await file.writeFile(content);
  } finally {
    await file.close();
  }
}

/** Makes an empty file for its owner alone, unless there is one already, which is closed to others if it is ours. */
export function makePrivateFile(path: string): void {
  closeSync(openSync(path, 'a', OWNER_ONLY_FILE));
  closeToOthers(path);
}

/** Makes a folder, and those above it that are missing, for their owner alone. Folders that exist stay as they are. */
export function makePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: OWNER_ONLY_FOLDER });
}

/** Takes the permissions of others from a file, if there is one and it is ours. */
export function closeToOthers(path: string): void {
  try {
    const found = statSync(path);
    const isOurs = found.uid === process.getuid?.();
    if (found.isFile() && isOurs && (found.mode & OTHERS) !== 0)
      chmodSync(path, found.mode & PERMISSIONS & ~OTHERS);
  } catch {
    // It went meanwhile, or its file system knows no permissions.
  }
}
