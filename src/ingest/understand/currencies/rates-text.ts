import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { IngestError } from '../../../core/errors.js';
import { openArchive } from '../../read/workbook/archive.js';

/** Years of daily rates of all currencies are a few MB. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The text of a file of rates: as it is, or of the first table in a ZIP archive, as the ECB packs it. */
export async function textOfRates(path: string): Promise<{ name: string; text: string; bytes: Buffer }> {
  const name = basename(path);
  const bytes = await readFile(path).catch(() => {
    throw new IngestError(`The rates file ${name} cannot be opened.`, `Looked for ${path}.`);
  });
  const isZip = bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]));
  const plain = isZip ? await unpacked(path, name) : bytes;
  return { name, text: plain.toString('utf8').replace(/^\ufeff/, ''), bytes };
}

async function unpacked(path: string, name: string): Promise<Buffer> {
  const archive = await openArchive(path, name, 'ZIP file');
  try {
    const part = archive.names.find(file => /\.(csv|xml)$/i.test(file));
    const stream = part === undefined ? undefined : await archive.open(part);
    if (!stream) throw new IngestError(`${name} holds no CSV or XML file of rates.`, 'Download it again.');
    const parts: Buffer[] = [];
    let size = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MOST_BYTES) throw new IngestError(`${name} is too large for rates.`, 'Download it again.');
      parts.push(chunk);
    }
    return Buffer.concat(parts);
  } finally {
    archive.close();
  }
}

const CUBE = /<Cube\s+([^>]*?)\/?>/g;
const attribute = (text: string, name: string): string | undefined =>
  new RegExp(`\\b${name}=["']([^"']*)["']`).exec(text)?.[1];

/** The ECB's XML as the table that its CSV is: a row a day, a column a currency. */
export function rowsOfXml(text: string): string[][] {
  const days: { date: string; rates: Map<string, string> }[] = [];
  const codes = new Set<string>();
  for (const [, attributes = ''] of text.matchAll(CUBE)) {
    const [date, code, rate] = ['time', 'currency', 'rate'].map(name => attribute(attributes, name));
    if (date !== undefined) days.push({ date, rates: new Map() });
    if (code === undefined || rate === undefined) continue;
    codes.add(code);
    days.at(-1)?.rates.set(code, rate);
  }
  const rows = days.map(({ date, rates }) => [date, ...[...codes].map(code => rates.get(code) ?? 'N/A')]);
  return [['Date', ...codes], ...rows];
}
