import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { IngestError } from '../errors.js';
import type { FileFacts } from './table.js';

const HEAD = 65_536;

/**
 * Looks at a file without reading it as anything yet.
 * @throws IngestError where there is no such file, it is a folder, or it is empty
 */
export async function fileFacts(path: string): Promise<FileFacts> {
  const info = await stat(path).catch(() => undefined);
  if (!info)
    throw new IngestError(
      `There is no file at ${path}.`,
      'Check the path, for example: shopkeeper ingest sales.csv',
    );
  if (!info.isFile())
    throw new IngestError(`${path} is not a file.`, 'Give the path of one sales file (CSV).');
  if (info.size === 0)
    throw new IngestError(
      `${path} is empty.`,
      'Export it again: a header row and one row for each order line.',
    );
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let kept = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (kept < HEAD) {
      head.push(chunk);
      kept += chunk.length;
    }
  }
  return {
    path,
    name: basename(path),
    bytes: info.size,
    hash: hash.digest('hex'),
    head: Buffer.concat(head).subarray(0, HEAD),
  };
}
