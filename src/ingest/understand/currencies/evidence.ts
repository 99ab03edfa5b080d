import { type CurrencyWord, currencyWord } from '../../../core/money/currency-words.js';
import { writtenNumber } from '../../../core/money/written-number.js';
import type { ColumnMap } from '../overrides.js';
import { ROLES } from '../roles.js';
import { type ColumnSurvey, cellText, numberShare, type Survey } from '../survey.js';
import { currencyOfCountry, currencyOfHeaders } from './countries.js';
import { otherDollarPlace } from './dollar-places.js';
import { headerCurrency } from './header-currency.js';

/** The currency of the shop, and whether it is set or known from an earlier file. */
export interface ShopCurrency {
  readonly currency: string;
  readonly settled: boolean;
}

/** One of the currencies that a word stands for, and why it was taken. */
export interface Chosen {
  readonly code: string;
  /** Whether the word alone leaves it open, so that it has to be said. */
  readonly isGuess: boolean;
  readonly because?: string;
}

/** Which of its currencies a word means in this file. */
export function chosen({ word, codes }: CurrencyWord, survey: Survey, shop: ShopCurrency): Chosen {
  const [likeliest = ''] = codes;
  if (codes.length === 1) return { code: likeliest, isGuess: false };
  if (shop.settled && codes.includes(shop.currency)) return { code: shop.currency, isGuess: false };
  const ofCountry = currencyOfCountry(survey);
  if (ofCountry && codes.includes(ofCountry))
    return { code: ofCountry, isGuess: ofCountry !== 'USD', because: 'as most rows are of that country' };
  const ofHeaders = currencyOfHeaders(survey, codes);
  if (ofHeaders) return { code: ofHeaders, isGuess: true, because: "by the columns' names" };
  const place = word === '$' ? otherDollarPlace(survey) : undefined;
  if (place)
    return { code: likeliest, isGuess: true, because: `though "${place.column}" has "${place.text}"` };
  return { code: likeliest, isGuess: word !== '$' };
}

const choicesKept = new WeakMap<Survey, Map<string, Chosen | undefined>>();

/** {@link chosen}, remembered: it is asked of each row. */
export function chosenIn(text: string, survey: Survey, shop: ShopCurrency): Chosen | undefined {
  const kept = choicesKept.get(survey) ?? new Map<string, Chosen | undefined>();
  choicesKept.set(survey, kept);
  if (kept.has(text)) return kept.get(text);
  const word = currencyWord(text);
  const choice = word && chosen(word, survey, shop);
  kept.set(text, choice);
  return choice;
}

const NAMED = new RegExp(
  String.raw`\b(currency|currencies|curr|ccy|wahrung|wahrg|devise|moneda|moeda|divisa|waerk|` +
    String.raw`waers|valuta|valuuta|waluta|mena)\b`,
);

/** Columns that hold a currency in each row, the most certain first. */
export function currencyColumns(survey: Survey, map: ColumnMap): ColumnSurvey[] {
  const names = ROLES.find(r => r.key === 'currency')?.names ?? [];
  const mapped = [...map].find(([, field]) => field === 'currency')?.[0];
  const open = survey.columns.filter(c => c.filled > 0 && (!map.has(c.index) || c.index === mapped));
  const byName = names.flatMap(name => open.filter(c => c.name === name));
  const byWord = open.filter(c => NAMED.test(c.name) && isCodes(c));
  const byValues = open.filter(c => !/\b(country|land|pays|pais)\b/.test(c.name) && isUpperCodes(c));
  const first = mapped === undefined ? [] : open.filter(c => c.index === mapped);
  return [...new Set([...first, ...byName, ...byWord, ...byValues])].filter(c => numberShare(c) < 0.5);
}

const isCodes = (c: ColumnSurvey): boolean => [...c.distinct].every(v => currencyWord(v) !== undefined);
const isUpperCodes = (c: ColumnSurvey): boolean =>
  [...c.distinct].every(v => /^[A-Z]{3}$/.test(v) && currencyWord(v) !== undefined);

/** The currencies that are written beside the amounts of a column. */
export function wordsAt(survey: Survey, column: ColumnSurvey): CurrencyWord[] {
  const words = new Map<string, CurrencyWord>();
  const see = (text: string) => {
    const word = writtenNumber(text)?.currency;
    if (word && !words.has(word.word)) words.set(word.word, word);
  };
  for (const value of column.distinct) see(value);
  // A column has more values than were kept apart, and a late one may be of another currency.
  for (const row of survey.first) see(cellText(row[column.index]));
  return [...words.values()];
}

/**
 * Whether the headers are in a language that is at home with the euro above all. Spanish and decimal commas
 * are at home with many currencies.
 */
export const isEuropean = ({ columns }: Survey): boolean => columns.some(c => EUROPEAN.test(c.name));

const EUROPEAN =
  /\b(datum|kunde|umsatz|betrag|menge|artikel|commande|montant|quantite|fattura|importo|quantita)\b/;

/** `Total (USD)` beside `Total (EUR)`: the one that is not in the shop's currency. */
export function otherTwins({ columns }: Survey, wanted: string): number[] {
  const codes = (c: ColumnSurvey) => headerCurrency(c.header)?.currency.codes;
  const own = columns.filter(c => codes(c)?.includes(wanted));
  return columns
    .filter(c => codes(c)?.includes(wanted) === false && own.some(o => o.name === c.name))
    .map(c => c.index);
}
