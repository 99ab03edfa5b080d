import { dayText } from '../../../core/calendar/written-dates.js';
import { ROLES } from '../roles.js';
import type { Sample } from '../sample.js';
import { type ColumnSurvey, numberShare, type Survey } from '../survey.js';
import { isFirstRowOnly, isHeadOfOrders } from './head-rows.js';
import { placesOf } from './restarts.js';
import { findSlips } from './slips.js';

/** The column of the order's number, and why. */
export interface OrderNumber {
  readonly column: ColumnSurvey;
  readonly confidence: number;
  readonly reason: string;
  /** Further rows of an order leave it blank. */
  readonly isOnFirstRow: boolean;
  /** The next best column, and by how many points the best is ahead. */
  readonly second?: { readonly column: ColumnSurvey; readonly reason: string; readonly behind: number };
}

const OF_ORDERS = new RegExp(
  String.raw`\b(order|orders|sales|bestell\p{L}*|auftrag\p{L}*|commande|pedido|orden|ordine|` +
    String.raw`zamowienie|objednavka|siparis)\b|заказ|訂單|订单|注文|주문`,
  'u',
);
const OF_RECEIPTS = new RegExp(
  String.raw`\b(invoice|receipt|ticket|transaction|bill|check|beleg\p{L}*|rechnung\p{L}*|` +
    String.raw`bon\p{L}*|facture|factura|fatura|nota|document|voucher|docket|faktura)\b`,
  'u',
);
const OTHERS = new RegExp(
  String.raw`\b(line|item|row|position|product|customer|listing|payment|payout|session|tracking|` +
    String.raw`shipment|purchase order|po)\b`,
);

/**
 * Finds the column of the order's number. A column that is blank, or only filled on some rows while another
 * is on all of them, is none; a number that is different on each row gives way to one that repeats with one
 * day and one customer.
 * @param known columns that say whose order a row is: the day, the customer
 */
export function findOrderNumber(
  sample: Sample,
  columns: readonly ColumnSurvey[],
  known: readonly ColumnSurvey[],
): OrderNumber | undefined {
  const names = ROLES.find(r => r.key === 'orderId')?.names ?? [];
  const { survey } = sample;
  const judged = columns
    .filter(
      c =>
        c.filled > 0 &&
        (isNamed(c.name, names) ||
          isHeadOfOrders(sample, c, known) ||
          isRunningNumber(sample, c) ||
          isNumbered(c) ||
          standsTogether(sample, c, known) ||
          isReference(sample, c, known)),
    )
    .map(column => judge(sample, column, known, survey, names))
    .filter(j => j.score > 0)
    .sort((a, b) => b.score - a.score);
  const [best, next] = judged;
  if (!best) return numberOfSlips(sample, columns, known);
  const { column } = best;
  const reason = ({ column: c, proof }: typeof best) =>
    isNamed(c.name, names) ? `named "${c.header}"${proof}` : `its values are numbers of orders${proof}`;
  return {
    column,
    confidence: isNamed(column.name, names) ? 0.95 : 0.8,
    reason: reason(best),
    isOnFirstRow: best.isOnFirstRow,
    ...(next && {
      second: { column: next.column, reason: reason(next), behind: best.score - next.score },
    }),
  };
}

/** A column whatever its name that has numbers of slips, which begin again each day or in each shift. */
function numberOfSlips(
  sample: Sample,
  columns: readonly ColumnSurvey[],
  known: readonly ColumnSurvey[],
): OrderNumber | undefined {
  const date = known.find(k => k.dates.read > k.filled / 2);
  const found = date && columns.filter(c => c.filled > 0 && findSlips(sample, c, date, known));
  const [column, ...others] = found ?? [];
  if (!column || others.length > 0) return undefined;
  const reason = 'its numbers begin again and rise, and rows with the same one lie together';
  return { column, confidence: 0.8, reason, isOnFirstRow: false };
}

/** Whether numbers are whole; programs that know no blank whole numbers write them as `150040.0`. */
const isWhole = ({ integers, numbers, moneyLike, distinct }: ColumnSurvey): boolean =>
  (integers === numbers && moneyLike === 0) || [...distinct].every(v => /^\d+\.0$/.test(v));

/** Whether a column is called by one of the names, with or without a word for number: `Ticket n°`. */
const isNamed = (name: string, names: readonly string[]): boolean =>
  names.includes(name) || names.includes(name.replace(NUMBER_WORD, ''));
const NUMBER_WORD = /^(?:n|no|nr|num|numero|number|nummer|nro) | (?:n|no|nr|num|numero|number|nummer|nro)$/;

/** One word with a digit in it, perhaps behind letters: `INV 12`. */
const AN_ID = /^(?:\p{L}{1,6} )?[\p{L}\d#./-]*\d[\p{L}\d#./-]*$/u;
/** Groups of rows that are needed before they are orders rather than chance. */
const ENOUGH_GROUPS = 5;

/**
 * Whether a column without a telling name numbers orders: rows with one value stand together, agree on
 * day and customer, and there are many values, each of them an id with a number in it.
 */
function standsTogether(sample: Sample, c: ColumnSurvey, known: readonly ColumnSurvey[]): boolean {
  const texts = sample.texts(c);
  if (known.includes(c) || c.dates.read > c.filled / 2) return false;
  const ids = texts.filter(t => AN_ID.test(t)).length;
  if (ids < texts.length * 0.95) return false;
  if (numberShare(c) > 0.9 && !isWhole(c)) return false;
  if (areOrders(sample, texts, known) || areOrders(sample, withDays(sample, texts, known), known))
    return true;
  // Each shop may have numbers of its own, that begin again with the same ones.
  return placesOf(sample.survey)
    .filter(place => place !== c)
    .some(place => {
      const where = sample.texts(place);
      return areOrders(
        sample,
        texts.map((text, i) => (text === '' ? '' : `${where[i]}\n${text}`)),
        known,
      );
    });
}

/**
 * Numbers with their day, where they may be those of slips that begin again each day: whole numbers that rise
 * through each day from its first on. Blank where they are not.
 */
function withDays(sample: Sample, texts: readonly string[], known: readonly ColumnSurvey[]): string[] {
  const date = known.find(k => k.dates.read > k.filled / 2);
  const days = date ? sample.texts(date).map(dayText) : [];
  const isSlip = texts.every((text, i) => {
    const number = Number(text);
    if (days[i] !== days[i - 1]) return number === 1;
    return number === Number(texts[i - 1]) || number === Number(texts[i - 1]) + 1;
  });
  return isSlip && days.length > 0 ? texts.map((text, i) => `${days[i]}\n${text}`) : [];
}

/** Whether rows with one value stand together, agree on day and customer, and there are many values. */
function areOrders(sample: Sample, texts: readonly string[], known: readonly ColumnSurvey[]): boolean {
  const runs = texts.filter((t, i) => t !== texts[i - 1]).length;
  const groups = sample.orders(i => texts[i] ?? '');
  const several = groups.filter(rows => rows.length > 1);
  const agree = several.filter(rows =>
    known.every(k => new Set(rows.map(i => sample.texts(k)[i])).size === 1),
  );
  return (
    runs <= groups.length * 1.05 + 1 &&
    several.length >= ENOUGH_GROUPS &&
    groups.length >= texts.length * 0.2 &&
    agree.length >= several.length * 0.95 - 1
  );
}

const REFERENCE = /^(reference|ref|reference no|referencia|referenz|riferimento|referentie)$/;

/**
 * Whether a reference, which may be a product's as well, is an order's: its rows agree on day and customer,
 * both of which are known, and some reference has several rows.
 */
function isReference(sample: Sample, c: ColumnSurvey, known: readonly ColumnSurvey[]): boolean {
  if (!REFERENCE.test(c.name) || known.length < 2) return false;
  const texts = sample.texts(c);
  const groups = sample.orders(i => texts[i] ?? '');
  const several = groups.filter(rows => rows.length > 1);
  const agrees = (rows: readonly number[]) =>
    known.every(k => new Set(rows.map(i => sample.texts(k)[i])).size === 1);
  return several.length > 0 && groups.length > 1 && several.every(agrees);
}

/** Order ids by their look: `#1001`. */
const isNumbered = (c: ColumnSurvey): boolean =>
  c.distinct.size > 0 && [...c.distinct].every(v => /^#\w{0,6}\d+$/.test(v));

/** Called as an amount may be, and as the number of one sale. */
const A_SALE =
  /^(sales?|ventes?|verkauf|verkaufe|ventas?|vendas?|vendita|verkoop|salg|forsaljning|purchase|booking)$/;
/**
 * Rows below which whole numbers may rise by chance, and by how much sales that are left out make them rise.
 */
const ENOUGH_ROWS = 5;
const MOST_STEP = 9;

/**
 * Whether a column called `Sale` has the numbers of sales, not what was sold for: whole numbers that rise (or
 * fall) row by row in small steps, beside others that are money.
 */
function isRunningNumber(sample: Sample, c: ColumnSurvey): boolean {
  if (!A_SALE.test(c.name) || c.moneyLike > 0 || c.integers < c.filled || c.min < 1) return false;
  if (!sample.survey.columns.some(o => o !== c && numberShare(o) > 0.9 && o.moneyLike > 0)) return false;
  const values = sample
    .texts(c)
    .filter(t => t !== '')
    .map(Number);
  const steps = values.slice(1).map((v, i) => v - (values[i] as number));
  const up = steps.every(s => s >= 0 && s <= MOST_STEP);
  const down = steps.every(s => s <= 0 && s >= -MOST_STEP);
  return c.distinct.size >= ENOUGH_ROWS && (up || down);
}

/** Whether rows of one number agree on day and customer in each shop or till, each of which counts alike. */
function agreeInPlaces(sample: Sample, column: ColumnSurvey, known: readonly ColumnSurvey[]): boolean {
  const texts = sample.texts(column);
  const isPlace = (c: ColumnSurvey) =>
    c !== column && !known.includes(c) && c.numbers === 0 && c.distinct.size > 1 && c.distinct.size <= 30;
  return sample.survey.columns.filter(isPlace).some(place => {
    const where = sample.texts(place);
    const groups = sample
      .orders(i => (texts[i] === '' ? '' : `${where[i]}\n${texts[i]}`))
      .filter(rows => rows.length > 1);
    const agree = groups.filter(rows =>
      known.every(k => new Set(rows.map(i => sample.texts(k)[i])).size === 1),
    );
    return groups.length >= ENOUGH_GROUPS && agree.length >= groups.length * 0.95;
  });
}

function judge(
  sample: Sample,
  column: ColumnSurvey,
  known: readonly ColumnSurvey[],
  survey: Survey,
  names: readonly string[],
) {
  const texts = sample.texts(column);
  const slips = withDays(sample, texts, known);
  const groups = sample.orders(i => (slips[i] ?? texts[i]) || '').filter(rows => rows.length > 1);
  const filled = texts.filter(t => t !== '').length / Math.max(1, texts.length);
  const isOnFirstRow = filled < 0.98 && isFirstRowOnly(sample, column, known);
  const agree = groups.filter(rows =>
    known.every(k => new Set(rows.map(i => sample.texts(k)[i]).filter(t => t !== '')).size <= 1),
  );
  const consistency = groups.length === 0 ? undefined : agree.length / groups.length;
  const { name } = column;
  const ofName = OTHERS.test(name)
    ? 1
    : OF_ORDERS.test(name)
      ? 3
      : OF_RECEIPTS.test(name)
        ? 2.5
        : isNumbered(column)
          ? 2.8
          : 1;
  let score = ofName + 1 - names.indexOf(name) / Math.max(1, names.length);
  if (filled < 0.98) score -= isOnFirstRow ? 0.5 : filled < 0.5 ? 4 : 1.5;
  if (consistency !== undefined && consistency >= 0.9) score += 1.5;
  const isScattered = consistency !== undefined && consistency < 0.3 && groups.length >= ENOUGH_GROUPS;
  if (isScattered && !agreeInPlaces(sample, column, known)) score -= 2;
  // A number on every row that is always the same is none.
  if (column.distinct.size === 1 && survey.rows > 3) score -= ofName > 2 ? 1 : 5;
  if (numberShare(column) > 0.9 && !isWhole(column)) score -= 5;
  const proof =
    consistency !== undefined && consistency >= 0.9 && known.length > 0
      ? ', and its rows agree on day and customer'
      : '';
  return { column, score, proof, isOnFirstRow };
}
