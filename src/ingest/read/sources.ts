import { createHash } from 'node:crypto';
import { listed, listedFirst } from '../../core/answer/format.js';
import { IngestError } from '../../core/errors.js';
import { fileFacts } from './file-facts.js';
import type { FileFacts, RolesNamed, SourceFacts, Table } from './table.js';
import { labelsOf, type NamedTable, sampleOf } from './tables/named-table.js';
import { notRead, type Unused } from './tables/sentences.js';
import { together } from './tables/together.js';
import { filesInZip, isZip } from './zip-files.js';

/** What is loaded as one: a file, or several that belong together. */
export interface Source {
  readonly facts: SourceFacts;
  open(): Promise<Table>;
  /** What else the person should know of the files that were named, in sentences. */
  readonly notes: readonly string[];
}

/** How a single file is opened. */
export type OpenTable = (file: FileFacts) => Promise<Table>;

/**
 * The loads that files come to: one for those that belong together, another for each that has nothing to do
 * with them. A ZIP stands for the files in it.
 * @throws IngestError where one of them cannot be read
 */
export async function sourcesOf(
  paths: readonly string[],
  openTable: OpenTable,
  rolesNamed: RolesNamed,
): Promise<Source[]> {
  const files: FileFacts[] = [];
  const zips: FileFacts[] = [];
  for (const path of paths) {
    const file = await fileFacts(path);
    const inside = isZip(file) ? await filesInZip(file) : undefined;
    if (inside?.length === 0) throw noTables(file);
    if (inside) zips.push(file);
    files.push(...(inside ?? [file]));
  }
  const { kept, notes } = withoutCopies(files);
  const [only] = kept;
  if (only && kept.length === 1 && zips.length === 0)
    return [{ facts: only, open: () => openTable(only), notes }];
  const tables: FileTable[] = [];
  const unused: Unused[] = [];
  const labels = labelsOf(kept.map(file => file.name));
  for (const [i, file] of kept.entries()) {
    const table = await openTable(file);
    const found = {
      kind: 'file',
      name: file.name,
      label: labels[i] ?? '',
      table,
      bytes: file.bytes,
    } as const;
    const named = { ...found, sample: await sampleOf(table), file };
    if (table.header.length > 1) tables.push(named);
    else unused.push({ table: named, why: 'it has a single column' });
  }
  if (tables.length === 0) throw noTables(zips[0] ?? files[0]);
  const all = await together(tables, rolesNamed);
  return all.loads.map(({ table, of }, i) => ({
    facts: factsOfAll(filesOf(of, tables), zips.length === 1 && paths.length === 1 ? zips[0] : undefined),
    open: async () => table,
    notes: i === 0 ? [...notes, ...notRead([...unused, ...all.unused]), ...inTurn(all.loads)] : [],
  }));
}

interface FileTable extends NamedTable {
  readonly file: FileFacts;
}

/** The files of a load; a table of several parts has the names of all of them. */
function filesOf(of: readonly NamedTable[], tables: readonly FileTable[]): FileFacts[] {
  const parts = of.flatMap(table => table.parts ?? [table]);
  return parts.flatMap(part => tables.filter(t => t.name === part.name).map(t => t.file));
}

const inTurn = (loads: readonly { readonly of: readonly NamedTable[] }[]): string[] =>
  loads.length < 2
    ? []
    : [
        `The files are loaded one after another: ${listed(
          loads.map(({ of }) => listed(of.map(t => t.name))),
          'and',
        )}.`,
      ];

/** Files named twice, or copied, count once. */
function withoutCopies(files: readonly FileFacts[]): { kept: FileFacts[]; notes: string[] } {
  const kept: FileFacts[] = [];
  const notes: string[] = [];
  for (const file of files) {
    const same = kept.find(other => other.hash === file.hash);
    if (same) notes.push(`${file.name} has the same content as ${same.name}: it was read once.`);
    else kept.push(file);
  }
  return { kept, notes };
}

/** What several files are known by, in whatever order they were named. */
function factsOfAll(files: readonly FileFacts[], zip: FileFacts | undefined): SourceFacts {
  const [base] = files as [FileFacts, ...FileFacts[]];
  const names = files.map(file => file.name);
  const shown = names.join(' + ');
  const short = shown.length > LONGEST_NAME ? listedFirst(names) : shown;
  const hashes = files.map(file => file.hash).sort();
  return {
    path: base.path,
    name: zip ? `${zip.name} (${short})` : short,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    hash: hashes.length === 1 ? base.hash : createHash('sha256').update(hashes.join()).digest('hex'),
  };
}

const LONGEST_NAME = 120;

const noTables = (file: FileFacts | undefined): IngestError =>
  new IngestError(
    `${file?.name} is a ZIP file, but no Excel workbook, and no file in it is a table.`,
    'Unpack it, and ingest the CSV or XLSX file that is in it.',
  );
