import { StoreError } from '../../../core/errors.js';
import type { ClickHouse } from '../../engine/clickhouse/clickhouse.js';
import type { ViewPlan } from '../../tables/lines-view.js';
import * as sql from './expressions.js';

/** Below a thousandth of the smallest unit is what binary fractions add. */
const NOISE = 0.001;
/** Larger amounts of one line, in the smallest unit, are not exact. */
const LARGEST = 2 ** 43;
/** Days in the future from which on a date is a mistyped one. */
const FUTURE = 366;

/**
 * Whether each row of a view can be counted, exactly. No row is left out in silence.
 * @returns how many rows there are
 * @throws StoreError that says how many cannot, and why
 */
export async function checkRows(clickHouse: ClickHouse, plan: ViewPlan, today: number): Promise<number> {
  const amount = sql.amountBeforeRounding(plan);
  const day = sql.dayOf(plan);
  const faults: readonly (readonly [condition: string, words: string])[] = [
    [`${sql.textOf(plan.order)} = ''`, `have no ${plan.order}`],
    [`length(${sql.textOf(plan.order)}) > 500`, `have over 500 bytes in ${plan.order}`],
    [`${day} <= 0`, `have no ${plan.date}`],
    [`${day} > ${today + FUTURE}`, `lie more than a year in the future`],
    [`isNull(${amount}) or not isFinite(assumeNotNull(${amount}))`, 'have no amount'],
    [`abs(${amount}) > ${LARGEST}`, 'have an amount that is too large'],
    [
      `abs(${amount} - round(${amount})) > ${NOISE}`,
      `have an amount with more than ${plan.decimals} decimals: round it in the view`,
    ],
  ];
  const counts = faults.map(([condition], i) => `countIf(ifNull(${condition}, 0)) as c${i}`);
  const found = await clickHouse.query(
    `select count() as n, ${counts.join(', ')} from ${sql.quotedTable(plan.view)}`,
  );
  const rows = found.get('n')?.[0] ?? 0;
  const wrong = faults.flatMap(([, words], i) => {
    const count = found.get(`c${i}`)?.[0] ?? 0;
    return count > 0 ? [`${count} ${words}`] : [];
  });
  if (wrong.length > 0)
    throw new StoreError(
      `Of ${rows} rows of ${plan.view}, ${wrong.join('; ')}.`,
      'Nothing was changed. Mend these rows, or have the view leave them out.',
    );
  if (rows === 0)
    throw new StoreError(`${plan.view} has no rows.`, 'Name another table or view in LINES_VIEW.');
  return rows;
}
