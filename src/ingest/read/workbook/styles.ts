import type { Archive } from './archive.js';
import { notOffice, readXml } from './xml.js';

/**
 * Number formats that show a date without saying so (ECMA-376 part 1, 18.8.30, and those of East Asian
 * Excel).
 */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Excel's own limits are 65,490 cell formats and some 250 of its user's making, of 255 characters each. */
const MOST_FORMATS = 100_000;
const MOST_CUSTOM = 10_000;
const LONGEST_CODE = 255;

/** Whether each cell format, by its number, shows a date. */
export async function dateStyles(archive: Archive): Promise<boolean[]> {
  const custom = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  const part = 'xl/styles.xml';
  await readXml(archive, part, {
    open: (tag, attributes) => {
      if (tag === 'numFmt') {
        const code = (attributes.formatCode ?? '').slice(0, LONGEST_CODE);
        custom.set(Number(attributes.numFmtId), showsDate(code));
      }
      if (tag === 'cellXfs') inCells = true;
      if (tag === 'xf' && inCells) {
        const id = Number(attributes.numFmtId);
        styles.push(custom.get(id) ?? isBuiltInDate(id));
      }
      if (custom.size > MOST_CUSTOM || styles.length > MOST_FORMATS)
        throw notOffice(archive.name, part, `more than ${MOST_FORMATS} cell formats`);
    },
    close: tag => {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** A format code with a day or a year in it, outside of quoted text, colours and escapes: `dd/mm/yyyy`. */
export function showsDate(code: string): boolean {
  return /[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '').replace(/general|standard|red/gi, ''));
}
