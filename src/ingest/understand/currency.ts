import { IngestError } from '../../core/errors.js';
import { isCurrency } from '../../core/money/currencies.js';
import type { ColumnMap } from './overrides.js';
import { ROLES } from './roles.js';
import type { ColumnSurvey, Survey } from './survey.js';

/** Signs that stand for one currency. A dollar or a yen sign stands for several, and says nothing. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₩', 'KRW'],
  ['₺', 'TRY'],
  ['R$', 'BRL'],
]);
const SIGN = /R\$|[$€£¥₹₽₩₺]/;
const CURRENCY_NAME = /\b(currency|wahrung|devise|moneda|moeda|divisa|waerk|waers)\b/;

/**
 * The currency of a file's amounts: what its currency column says, else the sign beside its amounts, else the
 * shop's.
 * @param settled whether the shop's currency is set, or known from an earlier file
 * @throws IngestError where the file has several, or another than the shop's
 */
export function currencyOf(
  file: string,
  survey: Survey,
  map: ColumnMap,
  shop: { readonly currency: string; readonly settled: boolean },
): string {
  const codes = [...new Set([...written(survey, map)].map(code => SIGNS.get(code) ?? code.toUpperCase()))];
  if (codes.length > 1) {
    throw new IngestError(
      `${file} has amounts in several currencies: ${codes.slice(0, 5).join(', ')}.`,
      'Export one currency, or amounts converted to it; SHOP_CURRENCY names it.',
    );
  }
  const [code] = codes;
  if (!code || code === shop.currency || !isCurrency(code)) return shop.currency;
  if (!shop.settled) return code;
  throw otherCurrency(file, code, shop.currency);
}

export const otherCurrency = (file: string, code: string, shop: string): IngestError =>
  new IngestError(
    `${file} has amounts in ${code}, but the shop's are in ${shop}.`,
    `Convert them to ${shop}, or keep this shop in a store of its own: another DATABASE_URL, with ` +
      `SHOP_CURRENCY=${code}.`,
  );

/** The codes and signs that the file gives its currency by. */
function written(survey: Survey, map: ColumnMap): Set<string> {
  const mapped = [...map].find(([, field]) => field === 'currency')?.[0];
  const names = ROLES.find(r => r.key === 'currency')?.names ?? [];
  const column =
    survey.columns[mapped ?? -1] ??
    survey.columns.find(c => c.filled > 0 && names.includes(c.name)) ??
    survey.columns.find(c => c.filled > 0 && CURRENCY_NAME.test(c.name) && isCodes(c));
  if (column && column.distinct.size > 0) return new Set(column.distinct);
  const signs = new Set<string>();
  for (const c of survey.columns)
    if (c.numbers > c.tested.count / 2) for (const sign of signsIn(c)) signs.add(sign);
  // One sign that may be many currencies is the shop's own.
  if (signs.size === 1 && ![...signs].some(sign => SIGNS.has(sign))) return new Set();
  return signs;
}

const isCodes = (c: ColumnSurvey): boolean =>
  [...c.distinct].every(v => /^[A-Za-z]{3}$/.test(v) || SIGN.test(v));

function signsIn(column: ColumnSurvey): Set<string> {
  const signs = new Set<string>();
  for (const value of column.distinct) {
    const sign = SIGN.exec(value)?.[0];
    if (sign) signs.add(sign);
  }
  return signs;
}
