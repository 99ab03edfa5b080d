import { type Format, plural } from '../../core/answer/format.js';
import { showDay } from '../../core/calendar/days.js';
import { type CustomersAhead, customersAhead, USUAL_HORIZON } from '../../measures/lifetime-value.js';
import { FEWEST_CUSTOMERS, FEWEST_DAYS, FEWEST_REPEATERS } from '../../models/lifetime-value/fit.js';
import type { Foretold } from '../../models/lifetime-value/holdout.js';
import type { Unfit } from '../../models/lifetime-value/shop-model.js';
import { dataExtent } from '../../store/tables/order-lines.js';
import type { QueryArguments } from '../declaration.js';
import type { ShopView } from '../shop.js';
import type { SegmentContext } from './context.js';

/** What is expected of customers as a question asks for it: its horizon and discount, up to its as-of day. */
export async function aheadOf(
  { horizon, discount }: Pick<QueryArguments, 'horizon' | 'discount'>,
  { snapshot }: Pick<SegmentContext, 'snapshot'>,
  { store }: Pick<ShopView, 'store'>,
): Promise<CustomersAhead | Unfit> {
  const data = await dataExtent(store);
  return customersAhead(store, Math.min(snapshot.asOf, data?.to ?? snapshot.asOf), {
    months: horizon ?? USUAL_HORIZON.months,
    discount: discount ?? USUAL_HORIZON.discount,
  });
}

/** Why nothing can be said of what customers will do, and what is missing. */
export function unfitWords(unfit: Unfit): string {
  switch (unfit.why) {
    case 'few-customers':
      return (
        `${plural(unfit.customers, 'customer')} with an order ` +
        `${unfit.customers === 1 ? 'is' : 'are'} too few to learn from; ${FEWEST_CUSTOMERS} are ` +
        'needed'
      );
    case 'few-repeaters':
      return (
        `${unfit.repeaters === 0 ? 'nobody' : `only ${plural(unfit.repeaters, 'customer')}`} came back ` +
        `on another day; ${FEWEST_REPEATERS} are needed`
      );
    case 'short-history':
      return `the history is ${plural(unfit.days, 'day')} long; ${FEWEST_DAYS} are needed`;
    case 'not-converged':
      return (
        'the orders do not show how often customers come back and when they leave: no model fits ' +
        'them (the search for one did not converge)'
      );
  }
}

/** `12 months`, `2 years` */
export const monthsWords = (months: number): string =>
  months % 12 === 0 && months > 12 ? plural(months / 12, 'year') : plural(months, 'month');

/** How well the total of the part that was held back was foretold, and how well that fits. */
export type Trust = 'good' | 'fair' | 'poor' | 'untested';

/**
 * How far the models can be trusted with this shop, by the totals of the part of its history that was held
 * back.
 */
export function trustOf({ fit }: CustomersAhead): Trust {
  const { holdout } = fit;
  if (!holdout || holdout.actualOrders === 0) return 'untested';
  const { orders, actualOrders, value, actualValue } = holdout;
  const amounts = actualValue > 0 ? Math.abs(value.total / actualValue - 1) : 0;
  const off = Math.max(Math.abs(orders.total / actualOrders - 1), amounts);
  if (off <= 0.15) return 'good';
  return off <= 0.35 ? 'fair' : 'poor';
}

/** Amounts of models that do not fit the shop, or were never tested on it, are not told unasked. */
export const isTrusted = (ahead: CustomersAhead): boolean => ['good', 'fair'].includes(trustOf(ahead));

/** How the models did on the part of the history that they were not shown, in two sentences. */
export function holdoutWords({ fit }: CustomersAhead, format: Format): string {
  const { holdout } = fit;
  if (!holdout)
    return 'The history is too short to hold a part of it back, so how well this fits the shop is not known.';
  const { days, cut, actualOrders, orders, naiveOrders, customers, actualValue, value } = holdout;
  const off = (of: Foretold, actual: number) =>
    actual === 0 ? '' : ` (${format.change(of.total / actual - 1)})`;
  const known = `${plural(customers, 'customer')} known by ${showDay(cut)}`;
  const expected = `${plural(Math.round(orders.total), 'repeat order')}${off(orders, actualOrders)}`;
  const money = `${format.amount(format.wholeMinor(value.total))}${off(value, actualValue)}`;
  return [
    `Tested on this shop: of the last ${plural(days, 'day')}, which it was not shown, it ` +
      `expected ${expected}`,
    ` worth ${money} from the ${known}; there were ${format.count(actualOrders)}, worth ` +
      `${format.amount(actualValue)}.`,
    ` Customer by customer its correlation with the orders that came is ${correlation(orders)};`,
    ' the same number of days before, taken as a forecast, had ' +
      `${format.count(naiveOrders.total)}${off(naiveOrders, actualOrders)} and ` +
      `${correlation(naiveOrders)}.`,
  ].join('');
}

const correlation = ({ correlation: r }: Foretold): string => (r === null ? 'none' : r.toFixed(2));

/** Why the model tells of nobody how likely they have left; undefined if it does. */
export const leavingWords = ({ fit }: CustomersAhead): string | undefined =>
  fit.model.showsLeaving
    ? undefined
    : 'The orders so far do not show customers leaving for good, so nobody has a probability of it.';

/** What the holdout says of how far to trust the figures; undefined where it fits. */
export function trustWords(ahead: CustomersAhead): string | undefined {
  const { holdout } = ahead.fit;
  const trust = trustOf(ahead);
  if (trust === 'poor')
    return (
      'The models do not fit this shop well: use them to rank customers, and not the amounts as ' +
      'they stand.'
    );
  const naive = holdout?.naiveOrders.correlation ?? null;
  const own = holdout?.orders.correlation ?? null;
  if (naive !== null && own !== null && naive > own + 0.02)
    return 'On this shop, the orders of the days before rank customers better than the models do.';
  return trust === 'fair'
    ? 'Take the amounts as a rough guide: the test was off by more than 15%.'
    : undefined;
}
