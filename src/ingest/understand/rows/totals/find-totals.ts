import type { Table } from '../../../read/table.js';
import { profilesOf } from '../../profiles/find-profile.js';
import type { Profile } from '../../profiles/profile.js';
import { type Survey, survey } from '../../survey.js';
import { CandidateReader, measuresOf, readCandidates, usualColumns } from './candidates.js';
import { proveTotals } from './prove.js';
import type { ProvenTotals } from './proven-totals.js';

/** Larger files are read again only if their first or last rows show totals. */
const SMALL_FILE = 100_000;

/** Looks at the columns of a table, without the rows that surely add up others. */
export async function surveyOfSales(
  table: Table,
  profiles: readonly Profile[],
  onBytes?: (read: number) => void,
): Promise<Survey> {
  const all = await survey(table, onBytes);
  const totals = await findTotals(table, all, profiles);
  if (!totals) return all;
  return { ...(totals.isOpen ? all : await survey(table, onBytes, totals.rows)), totals };
}

/**
 * Finds the rows that add up others, in whatever language they say so, by what they lack and by their sums
 * over the whole file. Known exports say themselves what their rows are.
 */
async function findTotals(
  table: Table,
  survey: Survey,
  profiles: readonly Profile[],
): Promise<ProvenTotals | undefined> {
  const usual = usualColumns(survey);
  if (!usual || profilesOf(profiles, survey).length > 0) return undefined;
  const measures = measuresOf(survey);
  const reader = () => new CandidateReader(survey, usual, measures);
  if (survey.rows > SMALL_FILE && !mayHaveTotals(survey, reader())) return undefined;
  return proveTotals(await readCandidates(table, reader()));
}

/** Whether the first rows of a file show totals, or its last rows lack what the others have. */
function mayHaveTotals({ first, firstNumbers, last, columns }: Survey, reader: CandidateReader): boolean {
  for (const [i, row] of first.slice(0, CONSECUTIVE).entries())
    reader.read(row, firstNumbers[i] ?? i, columns.length);
  const shapes = new Set(reader.end().rows.map(r => r.shape));
  if (proveTotals(reader.end())) return true;
  for (const row of last) reader.read(row, 0, columns.length);
  return reader.end().rows.some(r => !shapes.has(r.shape));
}

/** The first rows of a survey lie together. */
const CONSECUTIVE = 2_000;
