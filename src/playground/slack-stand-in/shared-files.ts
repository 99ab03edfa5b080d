import { randomBytes } from 'node:crypto';
import { type ApiAnswer, failed, succeeded } from './api-answer.js';

/** A file that a person shared. */
export interface SharedFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** The path below which apps fetch files. */
export const FILES_PATH = '/files-pri/';

/** Files that people share in conversations, which apps look up and fetch. */
export class SharedFiles {
  readonly #files = new Map<string, SharedFile>();
  /** Where an app is told to fetch files, if not here. */
  address: string | undefined;

  constructor(private readonly url: string) {}

  add(name: string, bytes: Uint8Array): SharedFile {
    const id = `F${randomBytes(5).toString('hex').toUpperCase()}`;
    const file = { id, name, bytes: Buffer.from(bytes) };
    this.#files.set(id, file);
    return file;
  }

  /** `files.info`. */
  info({ file: id = '' }: Readonly<Record<string, string>>): ApiAnswer {
    const file = this.#files.get(id);
    if (!file) return failed('file_not_found');
    const address = this.address ?? this.url;
    return succeeded({
      file: {
        id,
        name: file.name,
        size: file.bytes.length,
        url_private_download: `${address}${FILES_PATH}${id}/download/file`,
      },
    });
  }

  /** The bytes of a file by the path that it is fetched at. */
  at(path: string): Buffer | undefined {
    return this.#files.get(path.slice(FILES_PATH.length).split('/')[0] ?? '')?.bytes;
  }
}
