import { memoizedPerTransaction } from '../store/engine/memoize.js';
import { NO_DAY, orderFacts } from '../store/scope/order-facts.js';
import type { Setting } from './setting.js';

/**
 * Days from each customer's first order to the next one on a later day, by customer id; NaN of those who have
 * not come back.
 */
export const daysToSecond = ({ view, highestCustomer }: Setting): Promise<Float64Array> =>
  memoizedPerTransaction(view.store, 'days to the second order', async () => {
    const { customer, day } = await orderFacts(view.store);
    const first = new Float64Array(highestCustomer + 1).fill(Number.POSITIVE_INFINITY);
    const next = first.slice();
    const each = (say: (id: number, day: number) => void) => {
      for (let order = 0; order < day.length; order++)
        if (day[order] !== NO_DAY && customer[order] !== 0) say(customer[order]!, day[order]!);
    };
    each((id, at) => {
      if (at < first[id]!) first[id] = at;
    });
    each((id, at) => {
      if (at > first[id]! && at < next[id]!) next[id] = at;
    });
    return next.map((at, id) => (Number.isFinite(at) ? at - first[id]! : Number.NaN));
  });
