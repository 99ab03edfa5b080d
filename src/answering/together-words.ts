import type { Format } from '../core/answer/format.js';
import type { Rule } from '../measures/together.js';

/** `1.62 times as often as by chance` */
export const liftText = (lift: number, format: Format): string =>
  `${format.figure(Math.round(lift * 100) / 100, 'number')} times as often as by chance`;

/** `Vintage Cars with Ships (in 92.3% of its orders, against 57.0% of all)` */
export const offerText = (
  { confidence, secondOrders }: Rule,
  [first, second]: readonly [string, string],
  orders: number,
  format: Format,
): string =>
  `${second} with ${first} (in ${format.share(confidence)} of its orders, against ` +
  `${format.share(secondOrders / orders)} of all)`;
