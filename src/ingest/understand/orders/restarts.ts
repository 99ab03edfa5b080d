import { isoOf } from '../../../core/calendar/days.js';
import { type DateOrders, readDate } from '../../../core/calendar/written-dates.js';
import type { Sample } from '../sample.js';
import type { ColumnSurvey, Survey } from '../survey.js';

/** How order numbers begin again: each day, month or year, or in each branch. */
export interface Restarts {
  readonly withDay: boolean;
  readonly withColumns: readonly ColumnSurvey[];
  /** An order number that stands for several orders, for the person. */
  readonly example?: string;
}

const PLACE = new RegExp(
  String.raw`\b(store|shop|branch|till|register|terminal|location|outlet|site|stall|stand|booth|` +
    'kiosk|counter|market|van|truck|filiale|kasse|standort|warehouse|device|pos|station|' +
    'magasin|boutique|caisse|tienda|sucursal|caja|sede|tpv|loja|caixa|filial|negozio|cassa|winkel|' +
    'punto (?:di |de )?ven(?:ta|dita)|point de vente|ponto de venda|verkaufsstelle|verkaufspunkt|' +
    'myyntipiste|' +
    'salgssted|forsaljningsstalle|verkooppunt|punkt sprzedazy|uzlet|magazin|magaza|sube|cabang|toko|' +
    'vestiging|kassa|butik|sklep|kasa|prodejna|pokladna|kauppa|myymala|' +
    String.raw`магазин|касса)\b`,
  'u',
);
/** The columns that say in which of several places a sale was made: the branch, the till. */
export const placesOf = ({ columns }: Survey): ColumnSurvey[] =>
  columns.filter(c => PLACE.test(c.name) && c.distinct.size > 1 && c.distinct.size < 100);

export const NO_RESTARTS: Restarts = { withDay: false, withColumns: [] };

/**
 * Tells numbers that begin again (tills, each year, each branch) from one order with many lines: they begin
 * with the same number on several days or in several places, and most of them come again there.
 */
export function findRestarts(
  sample: Sample,
  order: ColumnSurvey,
  date: ColumnSurvey,
  dateOrders: DateOrders,
  isReturn: (row: number) => boolean,
  lineNumber?: ColumnSurvey,
): Restarts {
  const ids = sample.texts(order);
  if (ids.filter(id => /^\p{L}{0,4}[-#]?\d{1,9}$/u.test(id)).length < ids.length * 0.9) return NO_RESTARTS;
  const days = sample.texts(date).map(text => readDate(text, dateOrders));
  const rows = ids.map((_, i) => i).filter(i => ids[i] !== '' && days[i] !== undefined && !isReturn(i));
  const dayOf = (i: number) => isoOf(days[i] ?? 0);
  const periods = [
    (i: number) => dayOf(i),
    (i: number) => dayOf(i).slice(0, 7),
    (i: number) => dayOf(i).slice(0, 4),
  ];
  const withDay = periods.some(period => beginsAgain(rows, ids, period));
  // `Pos` is a position of the order as often as a point of sale.
  const places = placesOf(sample.survey).filter(c => c !== order && c !== lineNumber);
  const named = places.filter(c => {
    const texts = sample.texts(c);
    return beginsAgain(rows, ids, i => `${texts[i]}`) && rows.length > 3;
  });
  const others = sample.survey.columns.filter(c => c !== order && c !== date && c !== lineNumber);
  const withColumns = (
    named.length > 0 ? named : others.filter(c => tellsApart(sample, c, ids, rows, dayOf))
  ).slice(0, 1);
  return {
    withDay,
    withColumns,
    ...(withDay || withColumns.length > 0 ? { example: ids[rows[0] ?? 0] } : {}),
  };
}

/** Values that a column of places has at most, and numbers that must be in several of them. */
const MOST_PLACES = 30;
const ENOUGH_NUMBERS = 5;

/**
 * Whether a column of any name says where a number is counted: many numbers are in several of its places,
 * often on other days, in rows that lie apart, while the rows of one place lie together and have one day.
 */
function tellsApart(
  sample: Sample,
  column: ColumnSurvey,
  ids: readonly string[],
  rows: readonly number[],
  dayOf: (row: number) => string,
): boolean {
  if (column.distinct.size < 2 || column.distinct.size > MOST_PLACES || column.numbers > 0) return false;
  const places = sample.texts(column);
  const groups = [...grouped(rows, i => ids[i] ?? '').values()];
  const inSeveral = groups.map(g => grouped(g, i => places[i] ?? '')).filter(byPlace => byPlace.size > 1);
  if (inSeveral.length < ENOUGH_NUMBERS || inSeveral.length < groups.length * 0.3) return false;
  const daysOf = (g: readonly number[]) => new Set(g.map(dayOf)).size;
  const apart = inSeveral.filter(byPlace => daysOf([...byPlace.values()].flat()) > 1);
  const lieTogether = (g: readonly number[]) => (g.at(-1) ?? 0) - (g[0] ?? 0) === g.length - 1;
  return (
    apart.length >= inSeveral.length * 0.3 &&
    inSeveral.every(byPlace => [...byPlace.values()].every(g => daysOf(g) === 1 && lieTogether(g)))
  );
}

function grouped(rows: readonly number[], key: (row: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/** Whether most periods begin with the same number, and share most of their numbers. */
function beginsAgain(
  rows: readonly number[],
  ids: readonly string[],
  period: (row: number) => string,
): boolean {
  const numbers = new Map<string, Set<number>>();
  for (const i of rows) {
    const number = Number(/\d+$/.exec(ids[i] ?? '')?.[0]);
    const set = numbers.get(period(i)) ?? new Set<number>();
    numbers.set(period(i), set.add(number));
  }
  const sets = [...numbers.values()];
  if (sets.length < 2) return false;
  const lows = sets.map(set => Math.min(...set));
  const lowest = Math.min(...lows);
  const again = lows.filter(low => low <= lowest + 1).length;
  if (again < Math.max(2, sets.length * 0.7)) return false;
  // An order with lines on two days shares one number; numbers that begin again share most of them.
  const seen = new Map<number, number>();
  for (const set of sets) for (const n of set) seen.set(n, (seen.get(n) ?? 0) + 1);
  const repeated = [...seen.values()].filter(n => n > 1).length;
  return repeated >= 2 && repeated >= seen.size * 0.3;
}
