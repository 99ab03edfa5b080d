import { IngestError } from '../../core/errors.js';
import type { FileFacts } from './table.js';
import { utf16 } from './text-encoding.js';

/** @throws IngestError where the content is no text */
export function refuseBinary(file: FileFacts): void {
  const { head } = file;
  if (utf16(head)) return;
  if (head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0) {
    throw new IngestError(
      `${file.name} is an old Excel file (.xls) or another Office document.`,
      'Open it and save it as XLSX or CSV, then ingest that file.',
    );
  }
  const start = head
    .subarray(0, 200)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  const what = /^[[{]/.test(start)
    ? 'JSON'
    : /^<(!doctype|html|\?xml|table)/i.test(start)
      ? 'HTML or XML'
      : undefined;
  if (what) {
    throw new IngestError(
      `${file.name} is ${what}, not a table.`,
      'Export the sales as CSV or XLSX, or open the file in a spreadsheet program and save it as such.',
    );
  }
  let control = 0;
  for (const byte of head)
    if (byte === 0 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) control++;
  if (head.includes(0) || control > head.length / 100) {
    throw new IngestError(
      `${file.name} is a binary file, not a sales file.`,
      'Export the sales as CSV or XLSX: a header row and one row for each order line.',
    );
  }
}
