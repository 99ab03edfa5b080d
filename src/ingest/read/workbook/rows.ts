import { isoOf } from '../../../core/calendar/days.js';
import { IngestError } from '../../../core/errors.js';
import type { TableRow } from '../table.js';
import { LONGEST_CELL } from './shared-strings.js';
import type { Workbook } from './workbook.js';
import { xmlPieces } from './xml.js';

/** What is further right is not read; a file with so many columns is refused for that. */
const MOST_COLUMNS = 2_000;
/** Characters of one row: as many as a row of text may have. */
const LONGEST_ROW = 8_388_608;
/**
 * Rows, and characters in them, that are handed on together; fewer, even none, once so many bytes of XML were
 * read.
 */
const BATCH_ROWS = 1_000;
const BATCH_TEXT = 2_097_152;
const BATCH_BYTES = 262_144;
const ZERO_1900 = -25_569;
const ZERO_1904 = -24_107;

/**
 * The rows of a sheet, in batches, with every cell as text: dates as `2026-01-31`, numbers with a point and
 * no more digits than they have.
 */
export async function* sheetRows(
  workbook: Workbook,
  part: string,
  onBytes?: (read: number) => void,
): AsyncGenerator<readonly TableRow[]> {
  let batch: TableRow[] = [];
  let cells: string[] = [];
  let number = 0;
  let column = 0;
  let cell = { type: '', style: 0 };
  let text = '';
  let rowText = 0;
  let batchText = 0;
  let isValue = false;
  let isReading = false;
  const pieces = xmlPieces(workbook.archive, part, {
    open: (tag, a) => {
      if (tag === 'row') {
        number = Number(a.r) || number + 1;
        cells = [];
        column = 0;
        rowText = 0;
      } else if (tag === 'c') {
        column = a.r ? columnOf(a.r) : column + 1;
        cell = { type: a.t ?? 'n', style: Number(a.s ?? 0) };
        text = '';
      }
      // How a name is read aloud stands beside it, and is not part of it.
      if (tag === 'rPh') isReading = true;
      isValue = (tag === 'v' || tag === 't') && !isReading;
    },
    text: piece => {
      if (!isValue) return;
      text += piece;
      if (text.length > LONGEST_CELL) throw tooLong(number, 'has a cell of more than a million characters');
    },
    close: tag => {
      isValue = false;
      if (tag === 'rPh') isReading = false;
      if (tag === 'c' && text !== '' && column <= MOST_COLUMNS) {
        while (cells.length < column - 1) cells.push('');
        const value = shown(workbook, cell.type, cell.style, text);
        cells[column - 1] = value;
        rowText += value.length;
        if (rowText > LONGEST_ROW) throw tooLong(number, 'has more than eight million characters');
      } else if (tag === 'row' && cells.some(c => c !== '')) {
        batch.push({ number, cells });
        batchText += rowText;
      }
    },
  });
  let read = 0;
  let batchEnd = 0;
  for await (const bytes of pieces) {
    read += bytes;
    onBytes?.(read);
    if (batch.length < BATCH_ROWS && batchText < BATCH_TEXT && read - batchEnd < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    batchText = 0;
    batchEnd = read;
  }
  if (batch.length > 0) yield batch;
}

/** `C7` is column 3. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column;
}

/** A cell's value as text. */
function shown({ strings, isDate, from1904 }: Workbook, type: string, style: number, value: string): string {
  if (type === 's') return strings.at(Number(value)) ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'e') return '';
  // A whole number may be an id, of more digits than a number holds.
  if (type !== 'n' || (/^\d+$/.test(value) && !isDate[style])) return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  return isDate[style] ? dateText(number, from1904) : numberText(number);
}

function dateText(serial: number, from1904: boolean): string {
  const day = Math.floor(serial);
  if (day < 1 || day > 2_958_465) return String(serial);
  const minutes = Math.round((serial - day) * 1_440);
  const date = isoOf((from1904 ? ZERO_1904 : ZERO_1900) + day);
  if (minutes === 0) return date;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date} ${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

/** Excel keeps 284.74 as 284.74000000000001. Three decimals get a fourth, lest they be read as thousands. */
function numberText(number: number): string {
  const text = String(Number(number.toPrecision(15)));
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}

function tooLong(row: number, what: string): IngestError {
  return new IngestError(
    `Row ${row} ${what}.`,
    'Nothing was loaded. Each order line needs a row of its own.',
  );
}
