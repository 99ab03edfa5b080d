import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { IngestError } from '../../core/errors.js';
import type { FileFacts } from './table.js';

/** Of what a file holds, this much is looked at to know it. */
export const HEAD_BYTES = 65_536;
/** Small pieces: what is made of one should be gone before the next two are there, or the heap grows. */
const CHUNK = 32_768;

/**
 * Looks at a file without reading it as anything yet. A `.gz` file is looked into: all else sees what it
 * holds.
 * @throws IngestError where there is no such file, it is a folder, it is empty, or it cannot be unpacked
 */
export async function fileFacts(path: string): Promise<FileFacts> {
  const info = await stat(path).catch(() => undefined);
  if (!info)
    throw new IngestError(
      `There is no file at ${path}.`,
      'Check the path, for example: shopkeeper ingest sales.csv',
    );
  if (!info.isFile())
    throw new IngestError(`${path} is not a file.`, 'Give the path of one sales file (CSV, XLSX).');
  if (info.size === 0) throw empty(path);
  const hash = createHash('sha256');
  let magic: Buffer | undefined;
  let isPlain = true;
  for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576 }) as AsyncIterable<Buffer>) {
    magic ??= Buffer.from(chunk.subarray(0, 2));
    hash.update(chunk);
    isPlain &&= isAscii(chunk);
  }
  const isPacked = magic?.[0] === 0x1f && magic[1] === 0x8b;
  const content = (onBytes?: (read: number) => void) => readContent(path, isPacked, info.size, onBytes);
  const head = await headOf(content());
  if (head.length === 0) throw empty(path);
  return {
    path,
    name: basename(path),
    bytes: info.size,
    hash: hash.digest('hex'),
    head,
    isAscii: isPlain,
    isPacked,
    content,
  };
}

const empty = (path: string): IngestError =>
  new IngestError(`${path} is empty.`, 'Export it again: a header row and one row for each order line.');

async function headOf(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const head: Buffer[] = [];
  let kept = 0;
  for await (const chunk of content) {
    head.push(chunk);
    kept += chunk.length;
    if (kept >= HEAD_BYTES) break;
  }
  return Buffer.concat(head).subarray(0, HEAD_BYTES);
}

/** What no sales file unpacks to: this many times its size, once it is this large. */
const MOST_UNPACKED_RATIO = 300;
const RATIO_FROM = 268_435_456;

async function* readContent(
  path: string,
  isPacked: boolean,
  size: number,
  onBytes?: (read: number) => void,
): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: CHUNK });
  try {
    if (!isPacked) {
      for await (const chunk of file as AsyncIterable<Buffer>) {
        onBytes?.(file.bytesRead);
        yield chunk;
      }
      return;
    }
    const unpack = createGunzip({ chunkSize: CHUNK });
    file.on('error', error => unpack.destroy(error));
    let unpacked = 0;
    for await (const chunk of file.pipe(unpack) as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      if (unpacked > RATIO_FROM && unpacked > size * MOST_UNPACKED_RATIO) {
        throw new IngestError(
          `${basename(path)} unpacks to more than ${MOST_UNPACKED_RATIO} times its size, as no sales ` +
            'file does.',
          'Nothing was loaded. Unpack it and look at what it holds.',
        );
      }
      onBytes?.(file.bytesRead);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof IngestError) throw error;
    throw new IngestError(
      `${basename(path)} cannot be ${isPacked ? 'unpacked' : 'read'} to its end: ` +
        `${error instanceof Error ? error.message : String(error)}.`,
      'Nothing was loaded. Export or copy it again.',
      { cause: error },
    );
  } finally {
    file.destroy();
  }
}
