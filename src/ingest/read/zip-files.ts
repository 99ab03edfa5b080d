import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { IngestError } from '../../core/errors.js';
import { HEAD_BYTES } from './file-facts.js';
import type { FileFacts } from './table.js';
import { openArchive } from './workbook/archive.js';

/** Archives by these parts are documents of an office program. */
const OFFICE = ['[Content_Types].xml', 'xl/workbook.xml', 'mimetype'];
/** Files of an export; one of a thousand parts is no export. */
const MOST_FILES = 200;
/** What is no table, whatever is in it. */
const NO_TABLE = /\.(pdf|png|jpe?g|gif|svg|webp|html?|md|json|xml|docx?|pptx?|css|js|ds_store)$/i;

/** Whether a file begins as a ZIP archive does. */
export const isZip = ({ head, isPacked }: FileFacts): boolean =>
  !isPacked && head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;

/**
 * The files in a ZIP archive that may be tables, each read from the archive itself: nothing is unpacked to
 * disk.
 * @returns undefined where the archive is a workbook or another document
 * @throws IngestError where it is damaged, or unpacks to more than sales files do
 */
export async function filesInZip(file: FileFacts): Promise<FileFacts[] | undefined> {
  const what = /\.zip$/i.test(file.name) ? 'ZIP file' : 'workbook';
  const archive = await openArchive(file.path, file.name, what);
  let parts: { part: string; bytes: number }[];
  try {
    if (OFFICE.some(part => archive.names.includes(part))) return undefined;
    parts = archive.names
      .filter(name => !name.endsWith('/') && !isHidden(name) && !NO_TABLE.test(name))
      .map(part => ({ part, bytes: archive.sizeOf(part) }))
      .filter(({ bytes }) => bytes > 0);
  } finally {
    archive.close();
  }
  if (parts.length > MOST_FILES) {
    throw new IngestError(
      `${file.name} holds ${parts.length} files, more than the ${MOST_FILES} that are read together.`,
      'Nothing was loaded. Unpack it, and ingest the files that hold the sales.',
    );
  }
  const names = shownNames(parts.map(({ part }) => part));
  const facts: FileFacts[] = [];
  for (const [i, { part, bytes }] of parts.entries())
    facts.push(await factsOf(file, part, names[i] ?? part, bytes));
  return facts;
}

/** macOS keeps what it knows of files beside them; names that begin with a point are of programs. */
const isHidden = (name: string): boolean =>
  name.split(/[/\\]/).some(piece => piece.startsWith('.') || piece === '__MACOSX');

/** The name of a file without its folders, unless another has the same. */
function shownNames(parts: readonly string[]): string[] {
  const clean = (name: string) => name.replace(/\p{Cc}/gu, '').slice(-100);
  const bases = parts.map(part => clean(part.split(/[/\\]/).at(-1) ?? part));
  return bases.map((base, i) => (bases.filter(b => b === base).length > 1 ? clean(parts[i] ?? base) : base));
}

async function factsOf(zip: FileFacts, part: string, name: string, bytes: number): Promise<FileFacts> {
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let kept = 0;
  let isPlain = true;
  const content = (onBytes?: (read: number) => void) => contentOf(zip, part, onBytes);
  for await (const chunk of content()) {
    hash.update(chunk);
    isPlain &&= isAscii(chunk);
    if (kept >= HEAD_BYTES) continue;
    head.push(chunk);
    kept += chunk.length;
  }
  const start = Buffer.concat(head).subarray(0, HEAD_BYTES);
  return {
    path: zip.path,
    name,
    bytes,
    hash: hash.digest('hex'),
    head: start,
    isAscii: isPlain,
    // Of a workbook within the archive only its beginning is at hand.
    isPacked: start[0] === 0x50 && start[1] === 0x4b,
    content,
  };
}

async function* contentOf(
  zip: FileFacts,
  part: string,
  onBytes?: (read: number) => void,
): AsyncGenerator<Buffer> {
  const archive = await openArchive(zip.path, zip.name, 'ZIP file');
  try {
    const stream = await archive.open(part);
    if (!stream) throw new Error('a file in it is gone');
    let read = 0;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        read += chunk.length;
        onBytes?.(read);
        yield chunk;
      }
    } finally {
      stream.destroy();
    }
  } catch (error) {
    throw archive.broken(error);
  } finally {
    archive.close();
  }
}
