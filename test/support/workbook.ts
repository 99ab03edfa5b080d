import { zip } from './zip.js';

export { zip } from './zip.js';

/** A cell as a test writes it: text, a number, or XML of its own. */
export type TestCell = string | number | { readonly xml: string };

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

type TestSheets = Readonly<Record<string, readonly (readonly TestCell[])[]>>;

/** The bytes of a small XLSX workbook. Style 1 shows a date, style 2 a date by a format of its own. */
export const workbook = (sheets: TestSheets, options?: { readonly from1904?: boolean }): Buffer =>
  zip(workbookParts(sheets, options));

/** The parts of such a workbook, by name. */
export function workbookParts(sheets: TestSheets, { from1904 = false } = {}): Record<string, string> {
  const strings: string[] = [];
  const cell = (value: TestCell, reference: string): string => {
    if (typeof value === 'object') return value.xml.replace('<c', `<c r="${reference}"`);
    if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
    if (value === '') return '';
    strings.push(value);
    return `<c r="${reference}" t="s"><v>${strings.length - 1}</v></c>`;
  };
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {};
  for (const [i, rows] of Object.values(sheets).entries()) {
    const xml = rows.map(
      (row, r) =>
        `<row r="${r + 1}">${row.map((value, c) => cell(value, `${letters(c)}${r + 1}`)).join('')}</row>`,
    );
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet><sheetData>${xml.join('')}</sheetData></worksheet>`;
  }
  parts['xl/workbook.xml'] =
    `<workbook xmlns:r="r"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${names
      .map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join('')}</sheets></workbook>`;
  parts['xl/_rels/workbook.xml.rels'] =
    `<Relationships>${names.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`;
  parts['xl/styles.xml'] =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>';
  parts['xl/sharedStrings.xml'] =
    `<sst>${strings.map(text => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`;
  return parts;
}

/** A cell with a day number, shown as a date. */
export const dateCell = (serial: number, style: 1 | 2 = 1): TestCell => ({
  xml: `<c s="${style}"><v>${serial}</v></c>`,
});

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
