import { IngestError } from '../../errors.js';
import { type Archive, openArchive, reasonOf } from './archive.js';
import { dateStyles } from './styles.js';
import { readXml } from './xml.js';

/** One sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  /** Its part of the archive. */
  readonly part: string;
}

/** A workbook opened: its sheets in their order, and what cells refer to. */
export interface Workbook {
  readonly archive: Archive;
  readonly sheets: readonly Sheet[];
  /** The texts that cells name by number. */
  readonly strings: readonly string[];
  /** Which cell formats show a date. */
  readonly isDate: readonly boolean[];
  /** Whether days are counted from 1904. */
  readonly from1904: boolean;
}

/** Characters that all of a workbook's texts together may have: they are kept in memory. */
const MOST_TEXT = 134_217_728;

/**
 * Opens an XLSX workbook (ECMA-376). Sheets are read later, row by row.
 * @throws IngestError where it is none, or damaged
 */
export async function openWorkbook(path: string, shown: string): Promise<Workbook> {
  const archive = await openArchive(path, shown);
  try {
    if (!archive.names.includes('xl/workbook.xml')) {
      throw new IngestError(
        `${shown} is a ZIP file, but no Excel workbook.`,
        'Unpack it, and ingest the CSV or XLSX file that is in it.',
      );
    }
    const targets = await relations(archive);
    const sheets: Sheet[] = [];
    let from1904 = false;
    await readXml(archive, 'xl/workbook.xml', {
      open: (tag, attributes) => {
        if (tag === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
        const target = targets.get(attributes['r:id'] ?? relationOf(attributes) ?? '');
        if (tag === 'sheet' && target) sheets.push({ name: attributes.name ?? '', part: target });
      },
    });
    return {
      archive,
      sheets,
      strings: await sharedStrings(archive, shown),
      isDate: await dateStyles(archive),
      from1904,
    };
  } catch (error) {
    archive.close();
    if (error instanceof IngestError) throw error;
    throw new IngestError(
      `${shown} is a damaged workbook: ${reasonOf(error)}.`,
      'Nothing was loaded. Open it in Excel or LibreOffice and save it again as XLSX or CSV.',
      { cause: error },
    );
  }
}

/** The relation of a sheet where its name space goes by another prefix. */
const relationOf = (attributes: Readonly<Record<string, string>>): string | undefined =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];

/** Where the parts lie that the workbook names by an id. */
async function relations(archive: Archive): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await readXml(archive, 'xl/_rels/workbook.xml.rels', {
    open: (tag, { Id, Target }) => {
      if (tag !== 'Relationship' || !Id || !Target) return;
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return targets;
}

async function sharedStrings(archive: Archive, shown: string): Promise<string[]> {
  const strings: string[] = [];
  let total = 0;
  let text = '';
  let [isText, isReading] = [false, false];
  await readXml(archive, 'xl/sharedStrings.xml', {
    open: tag => {
      if (tag === 'si') text = '';
      // How a Japanese name is read aloud stands beside it, and is not part of it.
      if (tag === 'rPh') isReading = true;
      isText = tag === 't' && !isReading;
    },
    text: piece => {
      if (isText) text += piece;
    },
    close: tag => {
      if (tag === 't') isText = false;
      if (tag === 'rPh') isReading = false;
      if (tag !== 'si') return;
      // A string takes memory even where it is empty.
      total += text.length + 16;
      if (total > MOST_TEXT) {
        throw new IngestError(
          `${shown} has more than ${MOST_TEXT / 1_048_576} million characters of text.`,
          'Nothing was loaded. Save the sheet as CSV, then ingest that file.',
        );
      }
      strings.push(text);
    },
  });
  return strings;
}
