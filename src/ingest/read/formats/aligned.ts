import iconv from 'iconv-lite';
import { IngestError } from '../../../core/errors.js';
import { assumptionsOf, findHeader, HEADER_WITHIN } from '../header.js';
import { refuseBinary } from '../not-text.js';
import type { FileFacts, FileFormat, TableRow } from '../table.js';
import { decoded, decodeHead, findEncoding, type TextReading, utf16 } from '../text-encoding.js';

/** Text in columns that are held apart by spaces, as statistics programs and old tills write it. */
const aligned: FileFormat = {
  name: 'aligned text',
  summary: 'text in columns that are held apart by spaces, in gzip or not',
  priority: 10,
  matches: file => {
    const lines = linesOf(iconv.decode(file.head, utf16(file.head) ?? 'latin1')).slice(0, 50);
    const cells = lines.map(cellsOf);
    const width = cells[1]?.length ?? 0;
    return (
      lines.length > 1 &&
      width > 2 &&
      lines.some(line => /\S {2,}\S|^ +\S/.test(line)) &&
      !lines.some(line => /[,;|\t"]/.test(line)) &&
      cells.filter(c => c.length === width).length >= lines.length * 0.95
    );
  },

  async open(file, _, rolesNamed) {
    refuseBinary(file);
    const encoding = await findEncoding(file, rolesNamed);
    const top = linesOf(decodeHead(file.head, encoding))
      .slice(0, HEADER_WITHIN + 20)
      .map(cellsOf);
    const header = findHeader(top);
    if (!header) throw new IngestError(`${file.name} has no rows.`, 'Export it again with its order lines.');
    return {
      header: header.names,
      isUnnamed: !header.isNamed,
      reading: `text in columns, ${encoding.name}${file.isPacked ? ', gzip' : ''}`,
      assumptions: [...encoding.assumptions, ...assumptionsOf(header)],
      rows: onBytes => readRows(file, encoding, header.rowsAbove, onBytes),
    };
  },
};
export default aligned;

/** Whole lines; the last one may be cut. */
const linesOf = (head: string): string[] =>
  head
    .split(/\r?\n/)
    .slice(0, -1)
    .filter(line => line.trim() !== '');
const cellsOf = (line: string): string[] => line.trim().split(/\s+/);

const LONGEST_LINE = 1_048_576;

async function* readRows(
  file: FileFacts,
  encoding: TextReading,
  rowsAbove: number,
  onBytes?: (read: number) => void,
): AsyncGenerator<readonly TableRow[]> {
  let number = 0;
  let rest = '';
  for await (const text of decoded(file, encoding, onBytes)) {
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE)
      throw new IngestError(`Row ${number + 1} is longer than a million characters.`, 'Nothing was loaded.');
    const rows = lines.map(line => ({ number: ++number, cells: cellsOf(line) }));
    yield rows.filter(row => row.number > rowsAbove && row.cells[0] !== '');
  }
  if (rest.trim() !== '') yield [{ number: number + 1, cells: cellsOf(rest) }];
}
