import { isoDigits } from '../core/money/currencies.js';
import { type Conversion, conversionBy } from '../ingest/understand/currencies/conversion.js';
import type { Running } from './running.js';
import type { Page } from './source.js';

/** The rates of a run, which all of its pages are converted by. */
const RATES = new WeakMap<Running, ReturnType<Running['shop']['rates']>>();

/** How orders of a page in other currencies are converted; undefined if all are in the shop's, or without rates. */
export async function conversionFor(
  running: Running,
  page: Pick<Page, 'orders'>,
  currency: string,
): Promise<Conversion | undefined> {
  if (page.orders.every(o => o.currency.toUpperCase() === currency)) return undefined;
  const known = RATES.get(running) ?? running.shop.rates();
  RATES.set(running, known);
  const rates = await known;
  return rates && conversionBy(rates, currency, isoDigits(currency) ?? 2);
}
