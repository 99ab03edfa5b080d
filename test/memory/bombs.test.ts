import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingestAlone } from '../support/run-alone.js';
import { newStoreUrl } from '../support/store-url.js';
import { workbookParts, zip } from '../support/workbook.js';

const BOOK = workbookParts({
  Sales: [
    ['Order ID', 'Order Date', 'Amount'],
    ['A1', '2026-01-05', 5],
  ],
});
const TWELVE_MILLION = 'x'.repeat(12_000_000);
const SHEET = 'xl/worksheets/sheet1.xml';
const STRINGS = 'xl/sharedStrings.xml';
const STYLES = 'xl/styles.xml';
const numbered = (count: number, made: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => made(i)).join('');
const rowOf = (cell: string) => `<worksheet><sheetData><row r="1">${cell}</row></sheetData></worksheet>`;

/** What a part of the workbook holds, and what the person is told. Kilobytes each, and megabytes unpacked. */
const BOMBS: Readonly<Record<string, readonly [part: string, xml: string, told: string]>> = {
  'elements nested in a sheet': [SHEET, '<a>'.repeat(3_000_000), 'nested more than 64 deep'],
  'elements nested in shared strings': [STRINGS, '<a>'.repeat(3_000_000), 'nested more than 64 deep'],
  'elements nested in styles': [STYLES, '<a>'.repeat(3_000_000), 'nested more than 64 deep'],
  'a cell': [SHEET, rowOf(`<c t="str"><v>${TWELVE_MILLION}</v></c>`), 'a text or tag of more than'],
  'a shared string': [STRINGS, `<sst><si><t>${TWELVE_MILLION}</t></si></sst>`, 'a text or tag of more than'],
  'a shared string in pieces': [
    STRINGS,
    `<sst><si>${`<r><t>${'x'.repeat(10_000)}</t></r>`.repeat(200)}</si></sst>`,
    'a text of more than a million characters',
  ],
  'a row of long cells': [
    SHEET,
    BOOK[SHEET]?.replace(
      '</sheetData>',
      `<row r="3">${`<c t="str"><v>${'x'.repeat(1_000_000)}</v></c>`.repeat(12)}</row></sheetData>`,
    ) ?? '',
    'Row 3 has more than eight million characters',
  ],
  'an attribute': [SHEET, `<worksheet a="${TWELVE_MILLION}"/>`, 'a text or tag of more than'],
  'attributes together': [
    SHEET,
    `<worksheet ${numbered(200, i => `a${i}="${'x'.repeat(60_000)}" `)}/>`,
    'a text or tag of more than',
  ],
  'a name': [SHEET, `<${TWELVE_MILLION}/>`, 'a text or tag of more than'],
  'a long name': [SHEET, `<${'x'.repeat(2_000)}/>`, 'names of more than 1000 characters'],
  'a comment': [SHEET, `<worksheet><!--${TWELVE_MILLION}--></worksheet>`, 'a text or tag of more than'],
  'a CDATA section': [
    SHEET,
    rowOf(`<c><v><![CDATA[${TWELVE_MILLION}]]></v></c>`),
    'a text or tag of more than',
  ],
  'a processing instruction': [
    SHEET,
    `<worksheet><?x ${TWELVE_MILLION}?></worksheet>`,
    'a text or tag of more',
  ],
  'a document type': [SHEET, `<!DOCTYPE a [${TWELVE_MILLION}]><worksheet/>`, 'a text or tag of more than'],
  'an entity': [SHEET, `<worksheet>&${TWELVE_MILLION};</worksheet>`, 'a text or tag of more than'],
  'blanks within a tag': [SHEET, `<worksheet${' '.repeat(12_000_000)}/>`, 'a text or tag of more than'],
  sheets: [
    'xl/workbook.xml',
    `<workbook xmlns:r="r"><sheets>${'<sheet name="A" r:id="rId1"/>'.repeat(9_000)}</sheets></workbook>`,
    'more than 500 sheets',
  ],
  relations: [
    'xl/_rels/workbook.xml.rels',
    `<Relationships>${numbered(20_000, i => `<Relationship Id="r${i}" Target="x"/>`)}</Relationships>`,
    'more than 10000 relations',
  ],
  'cell formats': [
    STYLES,
    `<styleSheet><cellXfs>${'<xf/>'.repeat(200_000)}</cellXfs></styleSheet>`,
    'more than 100000 cell formats',
  ],
  'elements that pack to a six hundredth': [SHEET, '<a/>'.repeat(5_000_000), 'unpacks to 19 MB'],
};

describe('a workbook of some kilobytes that takes any amount of memory', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shopkeeper-bombs-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is refused in words, whatever in it is too large, within 300 MiB', async () => {
    const files = Object.entries(BOMBS).map(([name, [part, xml]]) => ({
      path: join(folder, `${name}.xlsx`),
      bytes: zip({ ...BOOK, [part]: xml }),
    }));
    for (const { path, bytes } of files) {
      expect(bytes.length).toBeLessThan(300_000);
      await writeFile(path, bytes);
    }
    const store = await newStoreUrl(folder);
    const results = await ingestAlone(
      store.url,
      files.map(f => f.path),
    );
    for (const [i, [name, [, , told]]] of Object.entries(BOMBS).entries()) {
      expect({ name, said: results[i]?.said }).toEqual({ name, said: expect.stringContaining(told) });
      expect(results[i]?.said).toContain('Nothing was loaded.');
      expect({ name, isWithinBounds: (results[i]?.peak ?? 0) < 300 }).toEqual({ name, isWithinBounds: true });
    }
    await store.remove();
  }, 180_000);

  it('is read where it holds a million empty texts or a format code without end: they take little', async () => {
    const store = await newStoreUrl(folder);
    const texts = `<sst>${['Order ID', 'Order Date', 'Amount', 'A1', '2026-01-05'].map(t => `<si><t>${t}</t></si>`).join('')}${'<si/>'.repeat(1_000_000)}</sst>`;
    const format = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${'['.repeat(900_000)}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>`;
    const path = join(folder, 'empty texts.xlsx');
    await writeFile(path, zip({ ...BOOK, [STRINGS]: texts, [STYLES]: format }));
    const [result] = await ingestAlone(store.url, [path]);
    expect(result).toMatchObject({ said: '1 lines' });
    expect(result?.peak).toBeLessThan(250);
    await store.remove();
  }, 180_000);
});
