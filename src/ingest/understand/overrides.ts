import type { DateOrder } from '../../core/calendar/written-dates.js';
import { IngestError } from '../../core/errors.js';
import { wordsOf } from '../../core/text/header-words.js';
import { ROLES } from './roles.js';

/** What the person said that columns are: a field of `--map` by the column's index. */
export type ColumnMap = ReadonlyMap<number, string>;

const OTHERS = ['ignore', 'dimension', 'included', 'onTop'];

/** Fields that say of a column what it is, and how its values are read. */
type Finer = Omit<Said, 'columns'> & { readonly role: string };
const FINER: Readonly<Record<string, Finer>> = {
  dateDmy: { role: 'date', dateOrder: 'dmy' },
  dateMdy: { role: 'date', dateOrder: 'mdy' },
  dateYmd: { role: 'date', dateOrder: 'ymd' },
  dailyOrderId: { role: 'orderId', isDaily: true },
  orderDiscount: { role: 'discount', isOrderDiscount: true },
  amountWithTotals: { role: 'amount', hasTotals: true },
  everyAmount: { role: 'amount', hasTotals: false },
  percentDiscount: { role: 'discount', isPercentDiscount: true },
};

/** What the person said of a file's columns. */
export interface Said {
  /** Roles, `ignore` and `dimension` alone. */
  readonly columns: ColumnMap;
  /** How dates like `05/01/2026` are read. */
  readonly dateOrder?: DateOrder;
  /** The numbers of orders begin again each day. */
  readonly isDaily?: boolean;
  /** The discount is of the whole order, and stands on each of its lines. */
  readonly isOrderDiscount?: boolean;
  /** The discount is written in percent. */
  readonly isPercentDiscount?: boolean;
  /** Whether rows that come to as much as others are their totals. */
  readonly hasTotals?: boolean;
}

/** What the fields of a map say: `dateDmy` is a date, with the day before the month. */
export function saidOf(map: ColumnMap): Said {
  const finer = [...map.values()].flatMap(field => FINER[field] ?? []);
  return {
    columns: new Map([...map].map(([column, field]) => [column, roleOfField(field)])),
    dateOrder: finer.find(f => f.dateOrder)?.dateOrder,
    isDaily: finer.some(f => f.isDaily),
    isOrderDiscount: finer.some(f => f.isOrderDiscount),
    isPercentDiscount: finer.some(f => f.isPercentDiscount),
    hasTotals: finer.find(f => f.hasTotals !== undefined)?.hasTotals,
  };
}

/** The role that a field gives its column; `ignore` and `dimension` are their own. */
export const roleOfField = (field: string): string => FINER[field]?.role ?? field;

/** Whether only one column can have a field. */
export const isOfOneColumn = (field: string): boolean => !OTHERS.includes(field);

/**
 * Reads `COLUMN=FIELD` pairs against a file's header. A column is named as in the header, or by its number.
 * @throws IngestError where there is no such column or field; it lists those there are
 */
export function readColumnMap(pairs: readonly string[], header: readonly string[]): ColumnMap {
  const map = new Map<number, string>();
  for (const pair of pairs) {
    const at = pair.lastIndexOf('=');
    const [name, field] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    if (at < 1 || field === '')
      throw new IngestError(
        `--map "${pair}" is not COLUMN=FIELD.`,
        'For example: --map "Total Sales=amount"',
      );
    const key = fieldOf(field);
    if (!key)
      throw new IngestError(
        `--map "${pair}": there is no field "${field}".`,
        `Fields: ${FIELDS.join(', ')}.`,
      );
    const role = roleOfField(key);
    if (isOfOneColumn(key) && [...map.values()].some(other => roleOfField(other) === role))
      throw new IngestError(`--map names two columns for ${role}.`, 'Only one column can be it.');
    map.set(columnOf(name, header, pair), key);
  }
  return map;
}

function columnOf(name: string, header: readonly string[], pair: string): number {
  const exact = header.findIndex(h => h.toLowerCase() === name.toLowerCase());
  if (exact >= 0) return exact;
  const words = wordsOf(name).join(' ');
  const alike = header.findIndex(h => words !== '' && wordsOf(h).join(' ') === words);
  if (alike >= 0) return alike;
  const number = Number(name);
  if (Number.isInteger(number) && number >= 1 && number <= header.length) return number - 1;
  throw new IngestError(
    `--map "${pair}": the file has no column "${name}".`,
    `Its columns are: ${header.slice(0, 40).join(', ')}${header.length > 40 ? ', ...' : ''}`,
  );
}

/** `order-id`, `orderId`, `order id`: the same field. */
function fieldOf(field: string): string | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
  return FIELDS.find(key => plain(key) === plain(field));
}

const FIELDS: readonly string[] = [...ROLES.map(r => r.key), ...Object.keys(FINER), ...OTHERS];
