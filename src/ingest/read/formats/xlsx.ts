import { IngestError } from '../../../core/errors.js';
import type { FileFormat } from '../table.js';
import { hiddenSheets, notRead, theTables } from '../tables/sentences.js';
import { together } from '../tables/together.js';
import { type SheetTable, WorkbookTables } from '../workbook/sheet-tables.js';

/** An Excel workbook (XLSX), known by its content, whatever its name says. */
const xlsx: FileFormat = {
  name: 'Excel workbook',
  summary: 'XLSX, recognised by its content, whatever the name of the file',
  priority: 20,
  matches: ({ head }) => head[0] === 0x50 && head[1] === 0x4b,

  async open(file, { sheet: wanted }, rolesNamed) {
    if (file.isPacked) {
      throw new IngestError(
        `${file.name} is a packed workbook or archive.`,
        'Unpack it (gunzip), then ingest the file in it.',
      );
    }
    const workbook = new WorkbookTables(file);
    return workbook.opened(async () => {
      const { tables, hidden } = await workbook.tables(wanted);
      const { loads, unused } = tables.length > 1 ? await together(tables, rolesNamed) : alone(tables);
      const [sales, ...others] = loads;
      if (!sales) throw new IngestError(`${file.name} has no sheet to read.`, '--sheet names one.');
      const { table, of } = sales;
      const left = [
        ...unused,
        ...others.flatMap(load =>
          load.of.map(t => ({ table: t, why: 'it has nothing to do with what is read' })),
        ),
      ];
      return {
        ...table,
        reading: `Excel workbook, ${theTables(of).replace(/^the /, '')}`,
        assumptions: [...(table.assumptions ?? []), ...notRead(left), ...hiddenSheets(hidden)],
        rows: onBytes => workbook.reading(() => table.rows(onBytes)),
      };
    });
  },
};
export default xlsx;

const alone = (tables: readonly SheetTable[]) => ({
  loads: tables.map(table => ({ table: table.table, of: [table] })),
  unused: [],
});
