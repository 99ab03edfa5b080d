import { collectGarbage } from '../../core/garbage.js';
import type { WriteTransaction } from '../../store/engine/transaction.js';
import { settleCustomers } from '../customers/settle.js';
import type { TableRow } from '../read/table.js';
import type { LineConversion } from '../understand/currencies/line-conversion.js';
import type { IngestSettings } from '../understand/ingest-settings.js';
import type { Mapping } from '../understand/mapping.js';
import type { Plan } from '../understand/plan.js';
import type { LineAmounts } from './decimals/line-amounts.js';
import type { OvertakenLoad } from './earlier-loads.js';
import { knownRows } from './known-rows.js';
import { Ledger } from './ledger.js';
import { Loader } from './load.js';
import type { LeftOut, OrderLine, Refusal } from './order-line.js';
import type { RefusedRows } from './refusals.js';
import type { Written } from './result.js';
import { type LineSettings, RowReader } from './row-reader.js';
import { openTarget } from './target.js';

/** One load: its transaction and number, the file and the settings it is read by, and its refused rows. */
export interface Load {
  readonly trx: WriteTransaction;
  readonly id: number;
  readonly plan: Plan;
  readonly settings: IngestSettings;
  readonly refused: RefusedRows;
  /** The last load of the same content, if it is loaded again. */
  readonly overtaken?: OvertakenLoad;
  /** Every order of the file is whole. */
  readonly hasWholeOrders: boolean;
  /** Turns amounts into units of the store. */
  readonly amounts: LineAmounts;
  /** Where amounts are in other currencies. */
  readonly conversion?: LineConversion;
}

/** A statement for a few hundred lines takes as long as one for a thousand. */
const LINES_AT_ONCE = 1_000;
/** Characters of the file that unwritten lines may keep in memory: a line's texts are slices of its row. */
const TEXT_AT_ONCE = 4_194_304;

/**
 * Writes the file's order lines and what follows from them.
 * @throws IngestError if too many rows are wrong
 */
export async function loadLines(load: Load, mapping: Mapping): Promise<Written> {
  const { trx, id, settings, refused, overtaken, hasWholeOrders } = load;
  const { table, rows } = load.plan;
  const target = await openTarget(trx, {
    ingestId: id,
    dimensions: mapping.dimensions,
    hasParts: mapping.money.parts.length > 0,
    returnsOnOrderDay: settings.refundsCountOn === 'order-day',
    header: table.header,
    rows,
    hasWholeOrders,
  });
  const before = overtaken && { ...overtaken, excludedStatuses: settings.excludedStatuses };
  const loader = new Loader(target, before);
  let ledger: Ledger;
  try {
    ledger = await readAndWrite(load, mapping, loader);
  } catch (error) {
    await loader.stop();
    throw error;
  }
  await refused.decide();
  // A workbook's texts are not needed any more.
  collectGarbage();
  await loader.finish();
  await settleCustomers(trx, loader.named, null, settings.now);
  const days = loader.loaded.lines > 0 ? {} : { firstDay: 0, lastDay: 0 };
  return {
    ...loader.loaded,
    ...days,
    // The next file cannot continue an order that is whole.
    lastOrder: hasWholeOrders ? undefined : loader.lastOrder,
    ...loader.tally.counts(),
    ...(mapping.order.isOfPeriods && { orders: 0, returnOrders: 0 }),
    ledger: ledger.entries(load.amounts.decimals),
  };
}

/** Reads the file's rows and writes their lines, in batches. */
async function readAndWrite(load: Load, mapping: Mapping, loader: Loader): Promise<Ledger> {
  const { settings, refused, amounts, conversion } = load;
  const { facts, table } = load.plan;
  let lines: OrderLine[] = [];
  let refusals: Refusal[] = [];
  const ledger = new Ledger(mapping.money, settings.refundsCountOn);
  const lineSettings = {
    ownOrders: facts.hash.slice(0, 12),
    amounts,
    conversion,
    today: settings.today,
    excludedStatuses: settings.excludedStatuses,
  };
  const known =
    mapping.order.column === undefined
      ? await knownRows(load, mapping, most => firstLines(load, mapping, lineSettings, most))
      : undefined;
  const reader = new RowReader(table.header, mapping, lineSettings, {
    line: line => {
      if (known?.days.has(line.day)) {
        const isEqual = known.isEqual(line);
        if (known.isOverlap && isEqual) {
          ledger.know(line);
          return;
        }
        if (!known.isOverlap) ledger.shareDay(line, isEqual);
      }
      lines.push(line);
      ledger.count(line);
      if (line.repair) refused.addRepaired(line.row, line.repair);
    },
    refuse: refusal => refusals.push(refusal),
    leaveOut: (row: LeftOut) => {
      ledger.leaveOut(row);
      refused.addLeftOut(row);
    },
  });
  let text = 0;
  for await (const batch of rowsWithProgress(load)) {
    for (const row of batch) {
      text += lengthOf(row);
      reader.read(row);
    }
    for (const refusal of refusals) await refused.add(refusal);
    refusals = [];
    if (lines.length < LINES_AT_ONCE && text < TEXT_AT_ONCE) continue;
    await loader.write(lines);
    lines = [];
    text = 0;
  }
  reader.end();
  ledger.round(amounts);
  await loader.write(lines);
  return ledger;
}

/** The lines of a file's first rows, about so many. */
async function firstLines(
  { plan: { table } }: Load,
  mapping: Mapping,
  settings: LineSettings,
  most: number,
): Promise<OrderLine[]> {
  const lines: OrderLine[] = [];
  const ignore = () => {};
  const sink = { line: (line: OrderLine) => lines.push(line), refuse: ignore, leaveOut: ignore };
  const reader = new RowReader(
    table.header,
    mapping,
    { ...settings, amounts: settings.amounts.again(), conversion: undefined },
    sink,
  );
  let rows = 0;
  for await (const batch of table.rows()) {
    for (const row of batch) if (rows++ < most) reader.read(row);
    if (rows >= most) break;
  }
  reader.end();
  return lines;
}

function lengthOf({ cells }: TableRow): number {
  let length = 0;
  for (let i = 0; i < cells.length; i++) length += cells[i]!.length;
  return length;
}

/** The file's rows in batches; progress is reported when the next batch is asked for. */
export async function* rowsWithProgress({ plan, settings }: Load): AsyncGenerator<readonly TableRow[]> {
  const { table, facts } = plan;
  let bytes = 0;
  let done = 0;
  for await (const batch of table.rows(read => {
    bytes = read;
  })) {
    yield batch;
    done += batch.length;
    settings.onProgress?.({ phase: 'loading', bytes, totalBytes: facts.bytes, rows: done });
  }
}
