import { currencyWord } from '../../../core/money/currency-words.js';
import { kindOf } from '../money/column-kinds.js';
import { ROLES } from '../roles.js';
import { type ColumnSurvey, cellText, numberIn, numberShare, type Survey } from '../survey.js';
import { headerCurrency } from './header-currency.js';
import { isSurelySmaller } from './rates.js';

/** A column that has the amounts of another one, converted into one currency. */
export interface ConvertedColumn {
  readonly original: ColumnSurvey;
  readonly amount: ColumnSurvey;
  /** ISO 4217: what it was converted into. */
  readonly code: string;
  /** The column that names that currency, where there is one. */
  readonly currency?: ColumnSurvey;
  /** Whether more than the values speaks for it; otherwise it may be an amount with tax. */
  readonly isCertain: boolean;
}

/** Columns of money that are compared with each other: a wide export has many that are nearly the same. */
const MOST_COMPARED = 24;
const CERTAIN = 3;
/** Money that is beside the sales, and is converted too. */
const NO_SALES: ReadonlySet<string> = new Set([
  'refund',
  'fee',
  'tax',
  'discount',
  'shipping',
  'tip',
  'cost',
]);
/** What a column of rates is worth: nothing that names say outweighs it. */
const BY_RATE = 6;

/**
 * Finds a column of converted amounts beside amounts in several currencies: it equals them on the rows of one
 * currency, and on the others goes with them by a ratio that hardly varies.
 * @param several the column that names the several currencies
 * @param wanted the shop's currency, if it is known: only that will do
 */
export function findConverted(
  survey: Survey,
  several: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  wanted: string | undefined,
): ConvertedColumn | undefined {
  const money = survey.columns
    .filter(
      c =>
        numberShare(c) >= 0.9 &&
        (c.moneyLike > 0 || headerCurrency(c.header)) &&
        c.distinct.size > 1 &&
        !NO_SALES.has(kindOf(c)),
    )
    .slice(0, MOST_COMPARED);
  const singles = columns.filter(c => c !== several && codesOf(c).size === 1);
  const targets = [
    ...singles.map(currency => ({ code: [...codesOf(currency)][0] as string, currency })),
    ...[...codesOf(several)].map(code => ({ code, currency: undefined })),
  ].filter(({ code }) => wanted === undefined || code === wanted);
  const found: (ConvertedColumn & { score: number; sum: number })[] = [];
  for (const original of money)
    for (const amount of money) {
      if (amount === original) continue;
      for (const { code, currency } of targets) {
        const fit = compare(survey, several, original, amount, code);
        if (!fit) continue;
        const shown = isByRate(survey, original, amount, money) ? BY_RATE : 0;
        const score = scoreOf({ several, original, amount, code, currency }) + fit.score + shown;
        if (!fit.hasOwnRows && score < CERTAIN) continue;
        found.push({ original, amount, code, currency, isCertain: score >= CERTAIN, score, sum: fit.sum });
      }
    }
  return found.sort((a, b) => b.score - a.score || rank(a) - rank(b) || b.sum - a.sum)[0];
}

const codesOf = (column: ColumnSurvey): ReadonlySet<string> =>
  new Set([...column.distinct].flatMap(value => currencyWord(value)?.codes[0] ?? []));

/** Amounts first, before fees and refunds. */
function rank({ original }: ConvertedColumn): number {
  const at = ROLES.find(role => role.key === 'amount')?.names.indexOf(original.name) ?? -1;
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

interface Fit {
  readonly hasOwnRows: boolean;
  /** Positive where the ratios show the direction, negative where they show the other. */
  readonly score: number;
  readonly sum: number;
}

/** Ratios of one currency differ by no more over the years of a file. */
const WIDEST_RATIO = 1.6;

function compare(
  survey: Survey,
  several: ColumnSurvey,
  original: ColumnSurvey,
  amount: ColumnSurvey,
  code: string,
): Fit | undefined {
  let [own, equal, sum] = [0, 0, 0];
  const ratios = new Map<string, number[]>();
  for (const row of survey.first) {
    const [from, to] = [numberIn(row, original), numberIn(row, amount)];
    const currency = currencyWord(cellText(row[several.index]))?.codes[0];
    if (!from || to === undefined || currency === undefined) continue;
    sum += Math.abs(to);
    if (currency === code) {
      own++;
      if (Math.abs(from - to) < 0.006) equal++;
    } else if (Math.abs(from) >= 1) {
      const list = ratios.get(currency) ?? [];
      list.push(to / from);
      ratios.set(currency, list);
    }
  }
  if (ratios.size === 0 || (own > 0 && equal < own * 0.98)) return undefined;
  let score = 0;
  let isConverted = false;
  for (const [currency, list] of ratios) {
    const sorted = list.sort((a, b) => a - b);
    const middle = sorted[sorted.length >> 1] as number;
    const near = sorted.filter(r => r > middle / WIDEST_RATIO && r < middle * WIDEST_RATIO).length;
    if (middle <= 0 || near < sorted.length * 0.9) return undefined;
    isConverted ||= Math.abs(middle - 1) > 0.002;
    const isSmaller = isSurelySmaller(currency, code);
    if (isSmaller !== undefined) score += middle < 0.5 === isSmaller ? 3 : -6;
  }
  return isConverted ? { hasOwnRows: own > 0, score: Math.max(-6, Math.min(3, score)), sum } : undefined;
}

const RATE = /\b(rate|kurs|wechselkurs|fx|taux|tasa|cambio|tipo|kur)\b/;

/** Whether a column has the rates by which one column's amounts were converted into another's. */
function isByRate(
  survey: Survey,
  original: ColumnSurvey,
  amount: ColumnSurvey,
  money: readonly ColumnSurvey[],
): boolean {
  const rates = survey.columns.filter(
    c => c !== original && c !== amount && numberShare(c) >= 0.9 && (RATE.test(c.name) || money.includes(c)),
  );
  return rates.some(rate => {
    let [rows, agree, proofs] = [0, 0, 0];
    for (const row of survey.first) {
      const [from, by, to] = [numberIn(row, original), numberIn(row, rate), numberIn(row, amount)];
      if (!from || !by || to === undefined) continue;
      rows++;
      const isRight = Math.abs(from * by - to) <= Math.max(0.0151, Math.abs(to) * 0.0005);
      if (isRight) agree++;
      if (isRight && by !== 1) proofs++;
    }
    return rows > 0 && agree >= rows * 0.95 && proofs >= 2;
  });
}

const CONVERTED = new RegExp(
  String.raw`\b(converted|conversion|base|home|local|settled|settlement|shop|store|reporting|` +
    String.raw`umgerechnet|converti|convertido|equivalent)\b`,
);
/** Words that say nothing about which currency column an amount goes with. */
const COMMON = new Set(
  'amount currency total code value price sum betrag wahrung montant devise importe moneda'.split(' '),
);

/** How much the names and places of columns say that the one is the other converted. */
function scoreOf({
  several,
  original,
  amount,
  code,
  currency,
}: {
  several: ColumnSurvey;
  original: ColumnSurvey;
  amount: ColumnSurvey;
  code: string;
  currency: ColumnSurvey | undefined;
}): number {
  let score = currency ? 1 : 0;
  if (headerCurrency(amount.header)?.currency.codes.includes(code)) score += 3;
  if (headerCurrency(original.header)?.currency.codes.includes(code)) score -= 3;
  if (CONVERTED.test(amount.name)) score += 3;
  if (CONVERTED.test(original.name)) score -= 3;
  if (sharesWord(original, several) && !sharesWord(amount, several)) score += 3;
  if (currency && sharesWord(amount, currency) && !sharesWord(original, currency)) score += 3;
  if (Math.abs(original.index - several.index) < Math.abs(amount.index - several.index)) score += 1;
  return score;
}

const sharesWord = (a: ColumnSurvey, b: ColumnSurvey): boolean =>
  a.name.split(' ').some(word => !COMMON.has(word) && b.name.split(' ').includes(word));
