import { readFileSync } from 'node:fs';
import { ConfigError } from '../core/errors.js';
import { type AccessFile, parseAccessFile } from './access-file.js';

/**
 * The access file that the setting ACCESS_FILE names; undefined if it names none.
 * @throws ConfigError if it cannot be read, or with the place of every fault in it: a file that is missing
 * must not open everything
 *
 */
export function accessFileOf({
  ACCESS_FILE: path,
}: {
  readonly ACCESS_FILE?: string | undefined;
}): AccessFile | undefined {
  if (path === undefined) return undefined;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError([
      `ACCESS_FILE "${path}" cannot be read: ${reason}. Example: ACCESS_FILE=access.yml`,
    ]);
  }
  return parseAccessFile(text, path);
}
