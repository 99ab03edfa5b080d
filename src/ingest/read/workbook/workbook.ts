import { IngestError } from '../../../core/errors.js';
import { type Archive, openArchive, reasonOf } from './archive.js';
import { readSharedStrings, type SharedStrings } from './shared-strings.js';
import { dateStyles } from './styles.js';
import { notOffice, readXml } from './xml.js';

/** One sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  /** Its part of the archive. */
  readonly part: string;
  readonly isHidden: boolean;
}

/** A workbook opened: its sheets in their order, and what cells refer to. */
export interface Workbook {
  readonly archive: Archive;
  readonly sheets: readonly Sheet[];
  /** The texts that cells name by number. */
  readonly strings: SharedStrings;
  /** Which cell formats show a date. */
  readonly isDate: readonly boolean[];
  /** Whether days are counted from 1904. */
  readonly from1904: boolean;
}

/** Excel itself writes fewer; each sheet may be looked at for a header. */
const MOST_SHEETS = 500;
const MOST_RELATIONS = 10_000;
/** Excel's own limit for a sheet's name is 31; an archive's for the name of a part 65,535. */
const LONGEST_SHEET_NAME = 255;
const LONGEST_TARGET = 1_000;

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
        if (tag !== 'sheet') return;
        const target = targets.get(attributes['r:id'] ?? relationOf(attributes) ?? '');
        const name = (attributes.name ?? '').slice(0, LONGEST_SHEET_NAME);
        const isHidden = ['hidden', 'veryHidden'].includes(attributes.state ?? '');
        if (target) sheets.push({ name, part: target, isHidden });
        if (sheets.length > MOST_SHEETS)
          throw notOffice(shown, 'xl/workbook.xml', `more than ${MOST_SHEETS} sheets`);
      },
    });
    return {
      archive,
      sheets,
      strings: await readSharedStrings(archive),
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
  const part = 'xl/_rels/workbook.xml.rels';
  const targets = new Map<string, string>();
  await readXml(archive, part, {
    open: (tag, { Id, Target }) => {
      if (tag !== 'Relationship' || !Id || !Target) return;
      if (Id.length > LONGEST_TARGET || Target.length > LONGEST_TARGET) return;
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
      if (targets.size > MOST_RELATIONS)
        throw notOffice(archive.name, part, `more than ${MOST_RELATIONS} relations`);
    },
  });
  return targets;
}
