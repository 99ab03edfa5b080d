import { type ColumnSurvey, decimalMark, numberIn, numberShare, type Survey } from '../survey.js';
import { currencyOfCountry } from './countries.js';
import { HOMES, type Home } from './homes.js';
import { currencyOfLanguage } from './languages.js';

/** Header words that are needed before a language is told. */
const ENOUGH_WORDS = 2;
/** Rows that must show the tax, and the share of them that must be at a rate of the country. */
const ENOUGH_ROWS = 3;
const HOLDS = 0.95;

/** A currency that everything in a file points to, and what to say of it. */
export interface AgreedCurrency {
  readonly currency: string;
  readonly assumption: string;
}

/**
 * The currency of a file that names none, where the language of its headers, its rates of tax and the way its
 * numbers are written all say the same one, and no country in it says another.
 * @param amount the column that revenue follows from
 */
export function agreedCurrency(survey: Survey, amount: ColumnSurvey | undefined): AgreedCurrency | undefined {
  const home = homeOf(survey);
  if (!home || !amount) return undefined;
  const { currency, language } = home;
  const others = [currencyOfCountry(survey), languageSays(survey, home)];
  if (others.some(code => code !== undefined && code !== currency)) return undefined;
  const marks = marksOf(amount, currency);
  const rates = marks && ratesOf(survey, amount, home);
  if (!rates) return undefined;
  const at = rates.map(rate => `${rate}%`).join(' and ');
  return {
    currency,
    assumption:
      `Nothing in the file names a currency: ${currency} was taken, since its headers are ${language}, its ` +
      `tax is at ${at}, and its amounts have ${marks}. If it is another, undo this ingest and set ` +
      'SHOP_CURRENCY first.',
  };
}

/** The language of most header words; undefined where two have as many. */
function homeOf({ columns }: Survey): Home | undefined {
  const headers = columns.map(c => c.header.toLowerCase()).join(' | ');
  const [first, second] = HOMES.map(home => ({ home, count: headers.match(home.words)?.length ?? 0 })).sort(
    (a, b) => b.count - a.count,
  );
  return first && first.count >= ENOUGH_WORDS && first.count > (second?.count ?? 0) ? first.home : undefined;
}

/** The currency that words of one currency alone say; Portuguese is told by its rates. */
const languageSays = (survey: Survey, { telling }: Home): string | undefined => {
  const code = currencyOfLanguage(survey);
  return code === 'several' && telling ? undefined : code;
};

/** How amounts are written, if it is as the currency's country does: nobody writes fillérs any more. */
function marksOf(
  { commaDecimals, pointDecimals, ...amount }: ColumnSurvey,
  code: string,
): string | undefined {
  if (commaDecimals + pointDecimals === 0) return code === 'HUF' ? 'no decimals' : undefined;
  const isComma = decimalMark({ commaDecimals, pointDecimals, ...amount }) === ',';
  return isComma && commaDecimals > 0 ? 'decimal commas' : undefined;
}

/** The rates of tax that a file shows, if one country of the language has all of them. */
function ratesOf(survey: Survey, amount: ColumnSurvey, { rates, telling }: Home): number[] | undefined {
  const shown = [
    ...writtenRates(survey),
    ...survey.columns.map(c => ratesBeside(survey, amount, c, rates.flat())),
  ];
  const found = shown.find(
    list => list.length > 0 && rates.some(own => list.every(rate => own.includes(rate))),
  );
  return found && (!telling || found.some(rate => telling.includes(rate))) ? found : undefined;
}

const OF_A_RATE = /\b(mwst|ust|steuer|tva|iva|btw|vat|alv|moms|mva|dph|afa|kdv|tax|taux|satz|stawka|sazba)/;

/** The rates that stand in columns of rates. */
const writtenRates = ({ columns }: Survey): number[][] =>
  columns.flatMap(c => {
    if (!OF_A_RATE.test(c.name) || c.distinct.size > 5) return [];
    const values = [...c.distinct].map(v => Number(v.replace(/\s*%$/, '').replace(',', '.')));
    return values.every(v => v >= 0 && v < 30) ? [values.filter(v => v > 0)] : [];
  });

/** The rates by which a column is the tax of the amount, or the amount with or without it. */
function ratesBeside(
  { first }: Survey,
  amount: ColumnSurvey,
  column: ColumnSurvey,
  rates: readonly number[],
): number[] {
  if (column === amount || numberShare(column) < 0.9 || column.moneyLike === 0) return [];
  const found = new Set<number>();
  let rows = 0;
  let fit = 0;
  for (const row of first) {
    const [a, b] = [numberIn(row, amount), numberIn(row, column)];
    // Small amounts fit several rates.
    if (!a || !b || Math.abs(a) < LEAST) continue;
    rows++;
    const rate = rates.find(r =>
      [r / 100, r / (100 + r), (100 + r) / 100, 100 / (100 + r)].some(f => Math.abs(a * f - b) <= 0.0101),
    );
    if (rate === undefined) continue;
    found.add(rate);
    fit++;
  }
  return rows >= ENOUGH_ROWS && fit >= rows * HOLDS ? [...found] : [];
}
const LEAST = 5;
