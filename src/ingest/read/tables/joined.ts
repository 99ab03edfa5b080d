import type { Table, TableRow } from '../table.js';
import { type AddedColumn, addedColumns } from './headers.js';
import { LookUp } from './look-up.js';
import { fitted } from './named-table.js';
import type { JoinPlan, Step } from './plan.js';
import type { Profile } from './profile.js';

/** A table joined, and the rows of each looked-up table that nothing names. */
export interface Joined {
  readonly table: Table;
  readonly lookUps: ReadonlyMap<Step, LookUp>;
}

/** One cell of the row before: a cell of the base, or of what was looked up. */
type Place = (base: readonly string[], found: readonly (readonly string[])[]) => string | undefined;

/**
 * The base's rows with what is looked up for each of them. The looked-up tables are kept in memory, the base
 * is read row by row.
 * @throws IngestError where a looked-up table is too large
 */
export async function joined(plan: JoinPlan): Promise<Joined> {
  const { base, steps } = plan;
  const added = addedColumns(plan);
  const lookUps = new Map<Step, LookUp>();
  const kept = new Map<Step, number[]>();
  for (const step of steps) {
    const columns = keptColumns(step, plan, added);
    kept.set(step, columns);
    lookUps.set(step, await LookUp.of(step.link, columns));
  }
  const keyPlaces = steps.map(step => placeOfKey(step, plan, kept));
  const order = [...lookUps.values()];
  // By added column: which look-up it comes from, and its place there.
  const from = added.map(({ step }) => steps.indexOf(step));
  const place = added.map(({ step, column }) => kept.get(step)!.indexOf(column));
  const width = base.source.table.header.length;
  const found: (readonly string[])[] = [];
  const widen = (row: TableRow): TableRow => {
    const fitting = fitted(row, width);
    const own = fitting ?? row.cells;
    for (let i = 0; i < order.length; i++) found[i] = order[i]!.cells(keyPlaces[i]!(own, found));
    const cells = own.slice(0, width);
    while (cells.length < width) cells.push('');
    for (let i = 0; i < from.length; i++) cells.push(found[from[i]!]?.[place[i]!] ?? '');
    // A row with too many cells stays too long, and is refused.
    if (!fitting) cells.push(row.cells.slice(width).join(' ').trim());
    return { number: row.number, cells };
  };
  return { lookUps, table: tableOf(plan, added, widen) };
}

function tableOf(
  { base, steps }: JoinPlan,
  added: readonly AddedColumn[],
  widen: (row: TableRow) => TableRow,
): Table {
  const { table } = base.source;
  const before = steps.reduce((sum, step) => sum + step.link.one.source.bytes, 0);
  const at = (isWanted: (step: Step) => boolean) =>
    added.flatMap(({ step }, i) => (isWanted(step) ? [table.header.length + i] : []));
  return {
    header: [...table.header, ...added.map(a => a.header)],
    reading: table.reading,
    delimiter: table.delimiter,
    assumptions: table.assumptions ?? [],
    ofTheOrder: at(step => step.isOfTheOrder),
    lookedUp: at(step => step.kind !== 'order'),
    joinedFrom: table.header.length,
    placeOf: row => table.placeOf?.(row) ?? { table: base.source.name, row },
    async *rows(onBytes) {
      for await (const batch of table.rows(read => onBytes?.(before + read))) yield batch.map(widen);
    },
  };
}

/** What must be kept of a table: what is shown, and the keys of the tables beyond it. */
function keptColumns(step: Step, { steps }: JoinPlan, added: readonly AddedColumn[]): number[] {
  const shown = added.filter(a => a.step === step).map(a => a.column);
  const keys = steps.filter(s => s.link.many === step.link.one).map(s => s.link.column);
  return [...new Set([...shown, ...keys])];
}

/** Where the key of a look-up stands: in the base, or in a table that was looked up before. */
function placeOfKey(
  { link }: Step,
  { base, steps }: JoinPlan,
  kept: ReadonlyMap<Step, readonly number[]>,
): Place {
  const { column } = link;
  if (link.many === base) return own => own[column];
  const [at, within] = placeIn(link.many, column, steps, kept);
  return (_, found) => found[at]?.[within];
}

function placeIn(
  many: Profile,
  column: number,
  steps: readonly Step[],
  kept: ReadonlyMap<Step, readonly number[]>,
): [number, number] {
  const at = steps.findIndex(step => step.link.one === many);
  return [at, kept.get(steps[at]!)?.indexOf(column) ?? -1];
}
