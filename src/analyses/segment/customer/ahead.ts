import { aheadOf, monthsWords, trustWords } from '../../../answering/segments/ahead.js';
import type { SegmentContext } from '../../../answering/segments/context.js';
import { riskOf } from '../../../answering/segments/risk.js';
import type { ShopView } from '../../../answering/shop.js';
import { isAhead } from '../../../measures/lifetime-value.js';

/** What a customer is expected to bring, and what is at stake with them; nothing where no model fits. */
export async function expectedOf(
  customerId: number,
  context: SegmentContext,
  shop: ShopView,
): Promise<string[]> {
  const { format } = context;
  const ahead = await aheadOf({}, context, shop);
  const place = isAhead(ahead) ? ahead.placeOf(customerId) : undefined;
  if (!isAhead(ahead) || place === undefined) return [];
  const { orders, value, alive, again } = ahead.expected;
  const months = monthsWords(ahead.horizon.months);
  const expected =
    `Expected in the next ${months}: ${format.count(Math.round(orders[place]! * 10) / 10)} orders worth ` +
    `${format.amount(value[place]!)}`;
  // Of a customer of one order, and where nobody is seen to leave, the model knows no probability of it.
  const likely = Number.isNaN(alive[place]!)
    ? `, and an order at all with a probability of ${format.share(again[place]!)}`
    : `, and still a customer with a probability of ${format.share(alive[place]!)}`;
  const risk = await riskOf({}, context, shop);
  const own = 'customers' in risk ? risk.customers.find(c => c.customerId === customerId) : undefined;
  const stake =
    own?.atStake !== undefined && own.atStake > 0
      ? ` At stake: ${format.amount(own.atStake)} more, if they stayed.`
      : '';
  const isGone = 'customers' in risk && risk.goneAt.some(at => customerAt(context, at) === customerId);
  const trust = trustWords(ahead);
  return [
    `${expected}${likely}.${stake}${isGone ? ' They have most likely left.' : ''}`,
    ...(trust === undefined ? [] : [trust]),
  ];
}

const customerAt = ({ snapshot }: SegmentContext, at: number): number =>
  snapshot.scored.figures.customer[at]!;
