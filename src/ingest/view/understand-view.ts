import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IngestError } from '../../core/errors.js';
import { writePrivateFile } from '../../core/files/private-file.js';
import type { AmountDecimals } from '../../core/money/currencies.js';
import { csvText } from '../../core/text/csv.js';
import type { Store } from '../../store/engine/store.js';
import { type ReadRow, readSample, sampleView, type ViewSample } from '../../store/lines/index.js';
import { storedDecimals } from '../../store/tables/amounts.js';
import type { ViewPlan } from '../../store/tables/lines-view.js';
import { mappingOfFile } from '../ingest.js';
import { AS_STORED, LineAmounts } from '../load/decimals/line-amounts.js';
import type { OrderLine } from '../load/order-line.js';
import { RowReader } from '../load/row-reader.js';
import type { IngestSettings } from '../understand/ingest-settings.js';
import type { Mapping } from '../understand/mapping.js';
import type { IngestOptions } from '../understand/plan.js';
import { planOfMapping } from './plan-of-mapping.js';

/** How a view is read, what was assumed of it, and its currency. */
export interface UnderstoodView {
  readonly plan: ViewPlan;
  readonly currency: string;
  readonly notes: readonly string[];
}

/**
 * Understands the columns of a view as those of a file of its first rows, and compares what ClickHouse makes
 * of these rows with what loading them would.
 * @throws IngestError if it cannot be asked for order lines, or a row would be read in another way
 */
export async function understandView(
  store: Store,
  view: string,
  settings: IngestSettings,
  options: IngestOptions,
): Promise<UnderstoodView> {
  if (settings.excludedStatuses.length > 0)
    throw new IngestError(
      'EXCLUDED_STATUSES is not possible with LINES_VIEW.',
      'Have the view leave such rows out, and take EXCLUDED_STATUSES out.',
    );
  const sample = await sampleView(store, view);
  if (sample.rows.length === 0)
    throw new IngestError(`${view} has no rows.`, 'Name another table or view in LINES_VIEW.');
  const { mapping, currency, isConverted } = await mappingOfSample(store, view, sample, settings, options);
  if (isConverted || mapping.currencyColumn !== undefined)
    throw new IngestError(
      `${view} has amounts in several currencies.`,
      'Have the view convert them, and leave the column of the currency out.',
    );
  const decimals = await storedDecimals(store, currency);
  const { plan, notes } = planOfMapping(view, sample, mapping, decimals.stored);
  const rows = await readSample(store, sample.header, plan);
  const wrong = differences(rows, sample.header, { plan, mapping, decimals, today: settings.today });
  if (wrong.length > 0)
    throw new IngestError(
      `${view} cannot be asked for order lines: ${wrong[0]}` +
        `${wrong.length > 1 ? `, and ${wrong.length - 1} more of its first ${rows.length} rows` : ''}.`,
      'Have the view give one clean row for each order line; docs/production.md says of which columns.',
    );
  return { plan, currency, notes };
}

/** What is not the same for rows of a view and for a file that has them. */
function differences(
  rows: readonly ReadRow[],
  header: readonly string[],
  {
    plan,
    mapping,
    decimals,
    today,
  }: {
    readonly plan: ViewPlan;
    readonly mapping: Mapping;
    readonly decimals: AmountDecimals;
    readonly today: number;
  },
): string[] {
  const wrong: string[] = [];
  const shown = new Set(plan.dimensions.map(d => d.key));
  const places = mapping.dimensions.flatMap((d, i) => (shown.has(d.key) ? [i] : []));
  const amounts = new LineAmounts(decimals, AS_STORED, {
    sum: Number.MAX_SAFE_INTEGER,
    beyond: () =>
      new IngestError(
        `An amount of ${plan.view} is too large or has too many decimals.`,
        'Round it in the view.',
      ),
  });
  let lines = 0;
  const reader = new RowReader(
    header,
    mapping,
    { ownOrders: 'view', amounts, today, excludedStatuses: [] },
    {
      line: line => {
        lines++;
        if (!isSame(rows[line.row - 1], line, places))
          wrong.push(`row ${line.row}, of order ${line.order}, would be another line in a file`);
      },
      refuse: ({ row, reason }) => wrong.push(`row ${row}: ${reason}`),
      leaveOut: ({ row, what }) => wrong.push(`row ${row} is among the ${what}`),
    },
  );
  for (const [i, { cells }] of rows.entries()) reader.read({ number: i + 1, cells });
  reader.end();
  if (wrong.length === 0 && lines !== rows.length) wrong.push('some rows would be several lines in a file');
  return wrong;
}

const isSame = (row: ReadRow | undefined, line: OrderLine, places: readonly number[]): boolean =>
  row?.order === line.order &&
  row.customer === (line.customer?.key ?? '') &&
  row.day === line.day &&
  row.quantity === line.quantity &&
  row.amount === line.amount &&
  row.isReturn === line.isReturn &&
  row.values.every((value, i) => value === (line.dimensions[places[i] ?? -1]?.value ?? ''));

/** The mapping of a file that has these rows. */
async function mappingOfSample(
  store: Store,
  view: string,
  { header, rows }: ViewSample,
  settings: IngestSettings,
  options: IngestOptions,
): Promise<{ mapping: Mapping; currency: string; isConverted: boolean }> {
  const folder = await mkdtemp(join(tmpdir(), 'shopkeeper-view-'));
  try {
    const path = join(folder, `${view}.csv`);
    await writePrivateFile(path, csvText([header, ...rows]));
    return await mappingOfFile(store, path, settings, options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
