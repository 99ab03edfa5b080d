import type { Day } from '../../core/calendar/days.js';
import { dayText, readDate } from '../../core/calendar/written-dates.js';
import { type Decimal, parseDecimal } from '../../core/money/money.js';
import { isDashForZero } from '../../core/money/written-number.js';
import { ownCopy } from '../../store/engine/key-numbers.js';
import type { Mapping } from './mapping.js';
import { cellText } from './survey.js';

const DECIMALS_KEPT = 20_000;

const ZERO: Decimal = { digits: 0, scale: 0 };

/**
 * Reads numbers, and remembers them: prices and quantities come again and again. A dash is zero, since the
 * columns that are read have numbers otherwise.
 */
export function decimalReader(): (written: string, mark: '.' | ',') => Decimal | undefined {
  const known = { '.': new Map<string, Decimal | undefined>(), ',': new Map<string, Decimal | undefined>() };
  return (written, mark) => {
    const kept = known[mark];
    const before = kept.get(written);
    if (before !== undefined) return before;
    const read = parseDecimal(written, mark) ?? (isDashForZero(written) ? ZERO : undefined);
    if (kept.size < DECIMALS_KEPT) kept.set(ownCopy(written), read);
    return read;
  };
}

const DAYS_KEPT = 50_000;

/** Reads dates, and remembers them: a file has few days and many rows. */
export function dayReader({ dateOrders }: Pick<Mapping, 'dateOrders'>): (written: string) => Day | undefined {
  const days = new Map<string, Day | undefined>();
  let last = '';
  let lastDay: Day | undefined;
  const lookUp = (written: string): Day | undefined => {
    const key = dayText(written);
    if (days.has(key)) return days.get(key);
    const day = readDate(written, dateOrders);
    if (days.size < DAYS_KEPT) days.set(ownCopy(key), day);
    return day;
  };
  return written => {
    // The lines of an order have one time.
    if (written === last) return lastDay;
    last = written;
    lastDay = lookUp(written);
    return lastDay;
  };
}

/**
 * Makes the function that fills a row's blank cells from the first row of its order, in the columns where
 * only that one has them. A row is a further one if it has the order's number, or, where further rows leave
 * that blank too, if it has money.
 */
export function firstRowReader({
  fromFirstRow,
  order,
  money,
}: Mapping): ((cells: readonly string[]) => readonly string[]) | undefined {
  if (fromFirstRow.length === 0) return undefined;
  const number = order.column;
  const isNumberBlank = number !== undefined && fromFirstRow.includes(number);
  const { base } = money;
  const own = base.kind === 'amount' ? [base.column] : [base.price, base.quantity];
  const hasMoney = (cells: readonly string[]) =>
    own.some(c => !fromFirstRow.includes(c) && cellText(cells[c]) !== '');
  let current = '';
  let first: readonly string[] = [];
  return cells => {
    const written = number === undefined ? '' : cellText(cells[number]);
    const isFurther =
      written === '' ? isNumberBlank && current !== '' && hasMoney(cells) : written === current;
    if (!isFurther) {
      if (written !== '' || !isNumberBlank) {
        current = written;
        first = cells;
      }
      return cells;
    }
    const filled = [...cells];
    for (const column of fromFirstRow)
      if (cellText(cells[column]) === '') filled[column] = first[column] ?? '';
    return filled;
  };
}
