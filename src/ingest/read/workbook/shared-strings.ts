import type { Archive } from './archive.js';
import { StringTable } from './string-table.js';
import { notOffice, readXml } from './xml.js';

/** The texts that a workbook's cells name by number. */
export type SharedStrings = Pick<StringTable, 'at'>;

const PART = 'xl/sharedStrings.xml';
/** Excel's own limit for a cell is 32,767. */
export const LONGEST_CELL = 1_048_576;
/** Eight columns of Excel's most rows, no two cells of which are alike. */
const MOST_STRINGS = 8_388_608;
/** What all of them together may take in memory. */
const MOST_BYTES = 167_772_160;

/** @throws IngestError where they are more than can be kept in memory */
export async function readSharedStrings(archive: Archive): Promise<SharedStrings> {
  const strings = new StringTable();
  let text = '';
  let [isText, isReading] = [false, false];
  await readXml(archive, PART, {
    open: tag => {
      if (tag === 'si') text = '';
      // How a Japanese name is read aloud stands beside it, and is not part of it.
      if (tag === 'rPh') isReading = true;
      isText = tag === 't' && !isReading;
    },
    text: piece => {
      if (!isText) return;
      text += piece;
      if (text.length > LONGEST_CELL)
        throw notOffice(archive.name, PART, 'a text of more than a million characters');
    },
    close: tag => {
      if (tag === 't') isText = false;
      if (tag === 'rPh') isReading = false;
      if (tag !== 'si') return;
      strings.push(text);
      if (strings.length > MOST_STRINGS || strings.bytes > MOST_BYTES)
        throw notOffice(
          archive.name,
          PART,
          `more than ${MOST_BYTES / 1_048_576} million characters of text, or more than ` +
            `${MOST_STRINGS / 1_048_576} million texts`,
        );
    },
  });
  return strings;
}
