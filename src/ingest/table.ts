/** One record of a file; `number` counts from 1 with the header, as a spreadsheet shows it. */
export interface TableRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A file opened as a table: its header, and its rows as often as they are asked for. */
export interface Table {
  readonly header: readonly string[];
  /** How the file was read, for the person: `CSV, comma, CP850`. */
  readonly reading: string;
  /** The data rows in batches; memory stays flat however long the file is. */
  rows(onBytes?: (read: number) => void): AsyncIterable<readonly TableRow[]>;
}

/** A file as it lies on disk, known by its content. */
export interface FileFacts {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 of the content, hex: the same file is known whatever its name. */
  readonly hash: string;
  /** The first 64 KiB. */
  readonly head: Buffer;
}

/** A kind of sales file. One file in formats/ each. */
export interface FileFormat {
  readonly name: string;
  /** Formats with a higher number are asked first. */
  readonly priority: number;
  matches(file: FileFacts): boolean;
  /** @throws IngestError where the file is not what it seemed */
  open(file: FileFacts): Promise<Table>;
}
