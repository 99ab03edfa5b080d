/** One record of a file; `number` counts from 1 with the file's first row, as a spreadsheet shows it. */
export interface TableRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A file opened as a table: its header, and its rows as often as they are asked for. */
export interface Table {
  readonly header: readonly string[];
  /** How the file was read, for the person: `CSV, comma, CP850`. */
  readonly reading: string;
  /** What stands between cells, in text. */
  readonly delimiter?: string;
  /** True where the file names no columns, so that they are numbered. */
  readonly isUnnamed?: boolean;
  /** What had to be assumed to read it at all. */
  readonly assumptions?: readonly string[];
  /**
   * Columns that came with the order when tables were joined, and so repeat on each of its lines: a total
   * among them counts once for each order.
   */
  readonly ofTheOrder?: readonly number[];
  /**
   * Columns that describe what a line names, its product or customer: no amount of the sale is among
   * them.
   */
  readonly lookedUp?: readonly number[];
  /** Columns from this one on came from other tables, when tables were joined. */
  readonly joinedFrom?: number;
  /** In which file or sheet a row stands, and its number there, where the table is made of several. */
  placeOf?(row: number): { readonly table: string; readonly row: number };
  /** The data rows in batches; memory stays flat however long the file is. */
  rows(onBytes?: (read: number) => void): AsyncIterable<readonly TableRow[]>;
}

/** What a load is known by: a file, or several that are loaded as one. */
export interface SourceFacts {
  /** Of several, the one whose rows are loaded: reports are written beside it. */
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 of the content, hex: the same content is known whatever its name. */
  readonly hash: string;
}

/** A file as it lies on disk, known by its content. */
export interface FileFacts extends SourceFacts {
  /** The first 64 KiB of what it holds. */
  readonly head: Buffer;
  /** Whether every byte of it is ASCII; not looked at in gzip. */
  readonly isAscii: boolean;
  /** Whether it is gzip; `head` and `content` are of what is in it. */
  readonly isPacked: boolean;
  /** What it holds, in pieces. `onBytes` is told how much of the file on disk was read. */
  content(onBytes?: (read: number) => void): AsyncIterable<Buffer>;
}

/** What a person says about how to open a file. */
export interface OpenOptions {
  /** The name of a workbook's sheet. */
  readonly sheet?: string;
}

/** What columns of this header would be by their names alone, by place: `orderId`, `date`, ... */
export type RolesNamed = (header: readonly string[]) => readonly (string | undefined)[];

/** A kind of sales file. One file in formats/ each. */
export interface FileFormat {
  readonly name: string;
  /** Which files these are, for docs/ingest.md. */
  readonly summary: string;
  /** Formats with a higher number are asked first. */
  readonly priority: number;
  matches(file: FileFacts): boolean;
  /** @throws IngestError where the file is not what it seemed */
  open(file: FileFacts, options: OpenOptions, rolesNamed: RolesNamed): Promise<Table>;
}
