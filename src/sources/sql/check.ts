import { SourceError } from '../errors.js';
import type { SourceCheck, SourceContext } from '../source.js';
import { columnsOf, columnsText, isPerOrder, noCursor } from './columns.js';
import { canGoOn } from './cursor.js';
import type { Batch, Database } from './database.js';
import { ordersIn } from './orders.js';
import { sampleOf } from './query.js';

/** Rows that a check looks at. */
const LOOKED_AT = 200;

interface Settings {
  readonly cursor?: string | undefined;
  readonly currency?: string | undefined;
  readonly zone?: string | undefined;
  readonly map?: string | undefined;
}

/** Looks whether a query gives orders, and whether nothing can be written. @throws SourceError */
export async function checkSql(
  db: Database,
  query: string,
  settings: Settings,
  { now }: Pick<SourceContext, 'now'>,
): Promise<SourceCheck> {
  const asked = now();
  const { version, now: clock, zone, refusesWrites, userMayWrite } = await db.facts();
  if (!refusesWrites)
    throw new SourceError(
      `${version} did not refuse a write where only reading is allowed.`,
      'It cannot be read safely: give Shopkeeper a copy, or files.',
      true,
    );
  const findings = [`${version} answers. A write was tried, and refused.`];
  if (userMayWrite)
    findings.push(
      'The user has the right to write, which Shopkeeper never uses: one who may only read is safer.',
    );
  const batches: Batch[] = [];
  for await (const batch of db.read(sampleOf(query, LOOKED_AT), [])) batches.push(batch);
  const [sample] = batches;
  if (!sample) {
    findings.push('The query gives no rows yet: what its columns are is looked at when it does.');
    return { findings, isReadOnly: true, clockAheadMs: clock.getTime() - asked.getTime() };
  }
  const columns = columnsOf(sample.columns, settings.map);
  findings.push(`${columnsText(columns)}`, cursorText(settings, batches));
  if (columns.at.currency === undefined && settings.currency === undefined)
    throw new SourceError(
      'The query does not say which currency its amounts are in.',
      'Add currency=EUR, or a column called currency.',
      true,
    );
  const { currency, severalLines } = await tried(batches, settings);
  if (isPerOrder(columns) && severalLines)
    throw new SourceError(
      'The column of the amount is that of the whole order, and would be counted for each of its lines.',
      'Have the query give the amount of each line, and call it amount.',
      true,
    );
  const date = sample.columns[columns.at.date ?? -1];
  const saysZone = date?.zone !== undefined || settings.zone !== undefined;
  const needsZone = date?.time === 'clock' && !saysZone && zone !== undefined;
  return {
    findings,
    isReadOnly: true,
    clockAheadMs: clock.getTime() - asked.getTime(),
    ...(currency !== undefined && { currency }),
    ...(needsZone && { zone, isZoneAssumed: true }),
  };
}

/** @throws SourceError if the column is not there, or cannot be read on from */
function cursorText({ cursor }: Settings, batches: readonly Batch[]): string {
  if (cursor === undefined)
    return (
      'No cursor is said, so every run reads everything: fine up to some 100,000 rows. A column that tells ' +
      'when a row was changed last is better: cursor=updated_at.'
    );
  const at = batches[0]?.columns.findIndex(column => column.name === cursor) ?? -1;
  const values = batches.flatMap(b => b.rows.map(row => row[at] ?? null));
  const value = values.find(v => v !== null);
  if (at < 0) throw noCursor(cursor);
  if (value !== undefined && !canGoOn(value))
    throw new SourceError(
      `"${value}" of the column "${cursor}" is neither a time nor a whole number.`,
      'Take a column as the cursor that tells when a row was changed last.',
      true,
    );
  const empty = values.some(v => v === null)
    ? ' Some rows have none: changes to them are found once a day.'
    : '';
  return `Read on from "${cursor}", with an overlap.${empty}`;
}

/** Reads some orders. @throws SourceError if not one of them can be read */
async function tried(batches: readonly Batch[], { currency, zone, map }: Settings) {
  const sorted = batches.flatMap(b => b.rows);
  const { columns } = batches[0] ?? { columns: [] };
  const index = columnsOf(columns, map).at.orderId ?? 0;
  const rows = sorted.sort((a, b) => ((a[index] ?? '') < (b[index] ?? '') ? -1 : 1));
  const one = async function* (): AsyncGenerator<Batch> {
    yield { columns, rows };
  };
  let reason: string | undefined;
  const read: string[] = [];
  let severalLines = false;
  for await (const order of ordersIn(one(), { currency, zone, map })) {
    if (order.unreadable === undefined) read.push(order.currency);
    reason ??= order.unreadable;
    severalLines ||= order.lines.length > 1;
  }
  if (read.length === 0)
    throw new SourceError(
      `None of the first orders can be read: ${reason ?? 'they have no number'}.`,
      'Have the query give days as 2026-03-05 and amounts as plain numbers.',
      true,
    );
  return { currency: read[0]?.toUpperCase(), severalLines };
}
