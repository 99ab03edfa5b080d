import { IngestError } from '../../core/errors.js';
import { whyNoDate } from './dates/why-no-date.js';
import type { MoneyChoice } from './money/money-choice.js';
import { ROLES, type RoleKey } from './roles.js';
import { numberShare, type Survey } from './survey.js';

/** The error where the file has no rows, or no date. */
export function noDate(file: string, survey: Survey): IngestError {
  if (survey.rows === 0)
    return new IngestError(`${file} has a header but no rows.`, 'Export it again with its order lines.');
  return new IngestError(
    whyNoDate(survey, file) ?? `${file} has no date column. Its columns are: ${headersOf(survey)}`,
    'Add a column with the order date, for example "Order Date" with 2026-11-22, or say which it is: ' +
      '--map "COLUMN=date".',
  );
}

/**
 * @param last what may be taken where no column is named like an amount, not even one that cannot be read
 * @throws IngestError where nothing was found that revenue follows from
 */
export function demandMoney(
  file: string,
  survey: Survey,
  choice: MoneyChoice | undefined,
  last: () => MoneyChoice | undefined,
): MoneyChoice {
  if (choice) {
    refusePricesOfMany(file, survey, choice);
    return choice;
  }
  const reason = unreadable(survey, 'amount', file);
  const only = reason === undefined ? last() : undefined;
  if (only) return only;
  throw new IngestError(
    reason ??
      `${file} has no amount column, nor quantity and unit price. Its columns are: ${headersOf(survey)}`,
    'Add a column "Amount", or "Quantity" and "Unit Price", or say which it is: --map "COLUMN=amount".',
  );
}

/** Names of a column that says how many pieces a price is of: 12.40 for 100 screws. */
const PRICE_UNIT = new Set(
  'pe,preiseinheit,preis je,price unit,price per,per,unite de prix,unidad de precio,prisenhet'.split(','),
);

/** @throws IngestError where revenue would be quantity times a price of a hundred pieces */
function refusePricesOfMany(file: string, survey: Survey, { taken }: MoneyChoice): void {
  if (taken.some(t => t.role === 'amount')) return;
  const column = survey.columns.find(c => PRICE_UNIT.has(c.name));
  const units = [...(column?.distinct ?? [])].map(Number);
  if (!column || units.every(n => n === 1) || !units.every(n => [1, 10, 100, 1000].includes(n))) return;
  throw new IngestError(
    `"${column.header}" of ${file} says that a price can be of ${Math.max(...units)} pieces, and there is ` +
      'no amount of each line.',
    'Add a column "Amount" with quantity x price / price unit.',
  );
}

function headersOf({ columns }: Survey): string {
  const shown = columns.slice(0, 40).map(c => c.header);
  return shown.join(', ') + (columns.length > shown.length ? ', ...' : '');
}

/**
 * Where a column has the name that is missed but not the content: that it is so, with a value that shows it.
 */
function unreadable(survey: Survey, key: RoleKey, file: string): string | undefined {
  const role = ROLES.find(r => r.key === key);
  const column = survey.columns.find(c => role?.names.includes(c.name));
  if (!column || (key === 'amount' && numberShare(column) >= 0.9)) return undefined;
  const [unread] = column.unread;
  if (unread)
    return (
      `The column "${column.header}" of ${file} cannot be read as numbers: row ${unread.row} has ` +
      `"${unread.value.slice(0, 40)}".`
    );
  const [value = ''] = column.distinct;
  const kind = key === 'date' ? 'dates' : 'numbers';
  return column.filled === 0
    ? `The column "${column.header}" of ${file} is empty.`
    : `The column "${column.header}" of ${file} cannot be read as ${kind}: "${value.slice(0, 40)}" for ` +
        'example.';
}
