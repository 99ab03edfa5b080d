import { IngestError } from '../../../core/errors.js';
import { isCurrency } from '../../../core/money/currencies.js';
import { type CurrencyWord, currencyWord } from '../../../core/money/currency-words.js';
import { isDashForZero, writtenNumber } from '../../../core/money/written-number.js';
import type { Mapping } from '../mapping.js';
import type { ColumnMap } from '../overrides.js';
import { type ColumnSurvey, cellText, numberShare, type Survey } from '../survey.js';
import { agreedCurrency } from './agreed.js';
import { type ConvertedColumn, findConverted } from './converted.js';
import { countedCodes, onlyIn } from './counted-rows.js';
import { currencyOfCountry } from './countries.js';
import {
  type Chosen,
  chosen,
  chosenIn,
  currencyColumns,
  isEuropean,
  otherTwins,
  type ShopCurrency,
  wordsAt,
} from './evidence.js';
import { headerCurrency } from './header-currency.js';
import { currencyOfLanguage } from './languages.js';
import type { CurrencyAt, PlannedConversion } from './line-conversion.js';
import type { RateTable } from './rates.js';
import type { TakenColumn } from './taken-column.js';
import { totalsText } from './totals.js';

/** The currency that a file's amounts are loaded in. */
export interface SettledCurrency {
  /** ISO 4217. */
  readonly currency: string;
  readonly assumptions: readonly string[];
  /** Where amounts are in other currencies. */
  readonly conversion?: PlannedConversion;
}

/** What is asked about the currencies of a file. */
export interface CurrencyQuestion {
  readonly file: string;
  readonly survey: Survey;
  readonly map: ColumnMap;
  readonly shop: ShopCurrency;
  /** The rates that the person gave. */
  readonly rates?: RateTable;
}

/**
 * The currencies of a file: what they say about its columns, and then, with the columns known, the
 * result.
 */
export interface FileCurrency {
  readonly taken: readonly TakenColumn[];
  /** Columns that are no amounts, since they are in another currency than the shop's. */
  readonly ignored: readonly number[];
  /**
   * @throws IngestError where amounts are in several currencies, or another than the shop's, and no rates
   * help
   */
  settle(mapping: Mapping | undefined): SettledCurrency;
}

/** Finds the currencies that a file has. */
export function currencyOfFile(question: CurrencyQuestion): FileCurrency {
  const { survey, map, shop } = question;
  const columns = currencyColumns(survey, map);
  const several = columns.find(c => c.distinct.size > 1 && codesOf(c, question).size > 1);
  const isSaid = [...map.values()].includes('amount');
  const wanted = shop.settled ? shop.currency : undefined;
  const converted = several && !isSaid ? findConverted(survey, several, columns, wanted) : undefined;
  // Of columns beside each other, the first is of the amounts (Currency, Presentment Currency).
  const [column] = columns;
  const settle = (mapping: Mapping | undefined): SettledCurrency => {
    if (mapping?.currency !== undefined) return settled(question, undefined, mapping, undefined);
    const ofExport = survey.columns[mapping?.currencyColumn ?? -1];
    if (ofExport) return settled(question, ofExport, mapping, undefined);
    return converted?.isCertain
      ? { currency: converted.code, assumptions: [convertedText(converted)] }
      : settled(question, column, mapping, converted);
  };
  if (converted?.isCertain) return { taken: takenOf(converted), ignored: [], settle };
  return { taken: [], ignored: wanted === undefined ? [] : otherTwins(survey, wanted), settle };
}

function takenOf({ amount, currency, original, code }: ConvertedColumn): TakenColumn[] {
  const reason = `it is "${original.header}" converted to ${code}`;
  return [
    { role: 'amount', column: amount.index, reason },
    ...(currency
      ? [{ role: 'currency' as const, column: currency.index, reason: `it is of "${amount.header}"` }]
      : []),
  ];
}

const convertedText = ({ amount, original, code }: ConvertedColumn): string =>
  `"${original.header}" has several currencies; "${amount.header}" has the same amounts in ${code} and ` +
  'was taken.';

/** The codes of a column of currencies; texts that are none as they are. */
function codesOf(column: ColumnSurvey, { survey, shop }: CurrencyQuestion): Set<string> {
  const codes = new Set<string>();
  for (const value of column.distinct) {
    // eBay and others write `--` for nothing.
    if (isDashForZero(value)) continue;
    const word = currencyWord(value);
    codes.add(word ? chosen(word, survey, shop).code : value.toUpperCase());
  }
  return codes;
}

/** What one source says: the currencies, and what to say about how they were found. */
interface Finding {
  readonly codes: ReadonlySet<string>;
  readonly assumptions: readonly string[];
  readonly currencyAt: CurrencyAt;
}

function settled(
  question: CurrencyQuestion,
  column: ColumnSurvey | undefined,
  mapping: Mapping | undefined,
  likely: ConvertedColumn | undefined,
): SettledCurrency {
  const { file, survey, shop, rates } = question;
  const finding = findingOf(question, column, mapping);
  const { assumptions, currencyAt } = finding;
  const isNarrowed = finding.codes.size > 1 && mapping?.profile !== undefined;
  const codes = [...(isNarrowed ? countedCodes(survey, mapping, currencyAt) : finding.codes)];
  const [code] = codes;
  const agreed = code === undefined && !shop.settled && mapping ? agreedOf(survey, mapping) : undefined;
  if (agreed) return { currency: agreed.currency, assumptions: [agreed.assumption] };
  if (code === undefined)
    return { currency: shop.currency, assumptions: shop.settled ? [] : [assumed(question)] };
  if (codes.length === 1 && !isCurrency(code))
    return {
      currency: shop.currency,
      assumptions: [
        `"${column?.header}" has "${code}", which is no currency code: ${shop.currency} was assumed.`,
      ],
    };
  if (codes.length === 1 && (!shop.settled || code === shop.currency))
    return {
      currency: code,
      assumptions,
      ...(isNarrowed && { conversion: onlyIn(code, currencyAt) }),
    };
  // A dollar sign says little: the shop's own currency is written with it too, or the export wrote it anyway.
  if (codes.length === 1 && isOpen(question, mapping))
    return {
      currency: shop.currency,
      assumptions: [`Amounts are written with "$"; they were read as ${shop.currency}, the shop's currency.`],
    };
  if (rates && shop.settled && mapping && codes.every(isCurrency))
    return { currency: shop.currency, assumptions, conversion: { rates, into: shop.currency, currencyAt } };
  if (codes.length === 1) throw otherCurrency(file, code, shop.currency);
  const totals = mapping && codes.every(isCurrency) ? ` (${totalsText(survey, mapping, currencyAt)})` : '';
  throw new IngestError(
    `${file} has amounts in several currencies: ${codes.slice(0, 5).join(', ')}${totals}.`,
    wayOut(question, column, likely),
  );
}

/** What language, rates of tax and numbers agree on. */
const agreedOf = (survey: Survey, { roles }: Mapping) =>
  agreedCurrency(survey, survey.columns[roles.amount ?? roles.unitPrice ?? -1]);

function wayOut(
  { shop, rates }: CurrencyQuestion,
  column: ColumnSurvey | undefined,
  likely?: ConvertedColumn,
): string {
  const also = likely
    ? `If "${likely.amount.header}" has them in ${likely.code}: --map "${likely.amount.header}=amount"` +
      `${column ? ` --map "${column.header}=ignore"` : ''}, with SHOP_CURRENCY=${likely.code}. `
    : '';
  const how = rates
    ? 'Set SHOP_CURRENCY to the currency that they are to be converted to.'
    : "They are not added without rates: --rates rates.csv (date, currency, rate; or the ECB's " +
      `eurofxref-hist.csv) converts them to ${shop.settled ? shop.currency : 'SHOP_CURRENCY'}. Or ` +
      'export one currency.';
  return also + how;
}

/** Whether the amounts have nothing but a sign that the shop's currency may have been written with too. */
function isOpen({ survey, map }: CurrencyQuestion, mapping: Mapping | undefined): boolean {
  if (currencyColumns(survey, map).length > 0) return false;
  const words = amountColumns(survey, mapping).flatMap(c => wordsAt(survey, c));
  return words.length > 0 && words.every(({ word }) => word === '$' || word === '¥');
}

/** The columns whose amounts are counted; all of numbers where that is not known. */
function amountColumns(survey: Survey, mapping: Mapping | undefined): ColumnSurvey[] {
  const index = mapping?.roles.amount ?? mapping?.roles.unitPrice;
  const column = survey.columns[index ?? -1];
  return column ? [column] : survey.columns.filter(c => numberShare(c) > 0.5);
}

const currenciesInNames = (columns: readonly ColumnSurvey[]): CurrencyWord[] =>
  columns.flatMap(c => headerCurrency(c.header)?.currency ?? []);

/** The columns of what is beside the amount, such as a discount: `Remise €` says the currency of all. */
const besideColumns = ({ columns }: Survey, mapping: Mapping | undefined): ColumnSurvey[] =>
  (mapping?.money.parts ?? []).filter(p => p.unit === 'money').flatMap(p => columns[p.column] ?? []);

/** Currencies named by what is beside the amount; else the only one that any column of numbers names. */
function besideAmounts(survey: Survey, mapping: Mapping | undefined): CurrencyWord[] {
  const beside = currenciesInNames(besideColumns(survey, mapping));
  if (beside.length > 0) return beside;
  const anywhere = currenciesInNames(survey.columns.filter(c => numberShare(c) > 0.5));
  return new Set(anywhere.map(w => w.codes.join())).size === 1 ? anywhere : [];
}

/** What the file says, by the best source that it has. */
function findingOf(question: CurrencyQuestion, column: ColumnSurvey | undefined, mapping?: Mapping): Finding {
  const { survey, shop } = question;
  const known = mapping?.currency;
  if (known !== undefined) return { codes: new Set([known]), assumptions: [], currencyAt: () => known };
  if (column) {
    const at: CurrencyAt = cells => {
      const value = cellText(cells[column.index]);
      if (value === '' || isDashForZero(value)) return undefined;
      const word = currencyWord(value);
      return word ? chosenIn(word.word, survey, shop)?.code : value.toUpperCase();
    };
    return { codes: codesOf(column, question), assumptions: [], currencyAt: at };
  }
  const columns = amountColumns(survey, mapping);
  const words = columns.flatMap(c => wordsAt(survey, c));
  const ofAmounts = currenciesInNames(columns);
  const header = ofAmounts.length === 0 && words.length === 0 ? besideAmounts(survey, mapping) : ofAmounts;
  const [ofHeader] = header;
  // `Total (MXN)` says which dollars are meant.
  const isNarrowed = ofHeader && words.every(w => w.codes.some(code => ofHeader.codes.includes(code)));
  const used = isNarrowed ? header : words;
  const choices = used.map(word => ({ word, choice: chosen(word, survey, shop) }));
  const isMixed = new Set(choices.map(c => c.choice.code)).size > 1;
  return {
    codes: new Set(choices.map(c => c.choice.code)),
    assumptions: [...new Set(choices.filter(c => c.choice.isGuess).map(c => guessed(c.word.word, c.choice)))],
    currencyAt: cells => {
      if (!isMixed) return choices[0]?.choice.code;
      const word = columns.map(c => writtenNumber(cellText(cells[c.index]))?.currency).find(Boolean);
      return word && chosenIn(word.word, survey, shop)?.code;
    },
  };
}

const guessed = (word: string, { code, because }: Chosen): string =>
  `"${word}" stands for several currencies: ${code} was taken${because ? `, ${because}` : ''}. If it ` +
  'is another, ' +
  'undo this ingest and set SHOP_CURRENCY first.';

function assumed({ survey, shop }: CurrencyQuestion): string {
  const ofCountry = currencyOfCountry(survey);
  const ofLanguage = currencyOfLanguage(survey) ?? (isEuropean(survey) ? 'EUR' : undefined);
  const likely = ofCountry ?? (ofLanguage === 'several' ? undefined : ofLanguage);
  const hint = likely && likely !== shop.currency ? `, though it looks like ${likely}` : '';
  const other = likely && likely !== shop.currency ? likely : 'EUR';
  return (
    `Nothing in the file says the currency: ${shop.currency} was assumed${hint}. SHOP_CURRENCY=${other}` +
    ' sets ' +
    'another; undo this ingest before.'
  );
}

export const otherCurrency = (file: string, code: string, shop: string): IngestError =>
  new IngestError(
    `${file} has amounts in ${code}, but the shop's are in ${shop}.`,
    `Convert them to ${shop} with rates (--rates rates.csv: date, currency, rate), or keep this shop in a ` +
      `store of its own: another DATABASE_URL, with SHOP_CURRENCY=${code}.`,
  );
