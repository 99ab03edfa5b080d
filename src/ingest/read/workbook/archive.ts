import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { IngestError } from '../../../core/errors.js';

/** A part of a workbook larger than this unpacked is not read; Excel's largest sheet stays below. */
const MOST_BYTES = 4_294_967_296;
/** A sheet packs to a tenth or a thirtieth, a bomb to a thousandth. */
const MOST_RATIO = 120;
const RATIO_FROM = 16_777_216;
const MOST_ENTRIES = 10_000;

/**
 * The parts of a ZIP archive by name. Sizes are checked before a part is unpacked, and held to while it is.
 */
export interface Archive {
  /** The file's name, for messages. */
  readonly name: string;
  readonly names: readonly string[];
  /** How many bytes a part unpacks to; 0 where there is none. */
  sizeOf(name: string): number;
  /** @returns undefined where there is no such part */
  open(name: string): Promise<Readable | undefined>;
  /** What went wrong while it was read, for the person. */
  broken(error: unknown): IngestError;
  close(): void;
}

/**
 * @param what it is for the person
 * @throws IngestError where the file is no whole ZIP archive
 */
export async function openArchive(
  path: string,
  shown: string,
  what: 'workbook' | 'ZIP file' = 'workbook',
): Promise<Archive> {
  const broken = (error: unknown) =>
    error instanceof IngestError
      ? error
      : new IngestError(`${shown} is a damaged ${what}: ${reasonOf(error)}.`, REPAIRS[what], {
          cause: error,
        });
  const zip = await open(path).catch(error => {
    throw broken(error);
  });
  const entries = await entriesOf(zip).catch(error => {
    zip.close();
    throw broken(error);
  });
  return {
    name: shown,
    names: [...entries.keys()],
    sizeOf: name => entries.get(name)?.uncompressedSize ?? 0,
    open: async name => {
      const entry = entries.get(name);
      if (!entry) return undefined;
      const { uncompressedSize: size, compressedSize: packed } = entry;
      if (size > MOST_BYTES || (size > RATIO_FROM && size > packed * MOST_RATIO)) {
        throw new IngestError(
          `${shown} unpacks to ${Math.round(size / 1_048_576)} MB from ` +
            `${Math.max(1, Math.round(packed / 1024))} kB, as no sales file does.`,
          'Nothing was loaded. Save the sheet as CSV, then ingest that file.',
        );
      }
      return streamOf(zip, entry).catch(error => {
        throw broken(error);
      });
    },
    broken,
    close: () => zip.close(),
  };
}

const REPAIRS = {
  workbook: 'Nothing was loaded. Open it in Excel or LibreOffice and save it again as XLSX or CSV.',
  'ZIP file': 'Nothing was loaded. Export it again, or unpack it and ingest the files that are in it.',
} as const;

/** What went wrong, without the full stop at its end. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\.+$/, '');

const open = (path: string): Promise<yauzl.ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });

/** The archive's parts by name, read one after another so that a directory without end is not. */
const entriesOf = (zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> =>
  new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>();
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.set(entry.fileName, entry);
      if (entries.size > MOST_ENTRIES) reject(new Error('it has too many parts'));
      else zip.readEntry();
    });
    zip.readEntry();
  });

const streamOf = (zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
