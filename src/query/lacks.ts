import type { Needed } from './measures.js';

/** What there is to say where the data lacks something: that it does, and what would help. */
export const LACKS: Readonly<Record<Needed, readonly [lack: string, help: string]>> = {
  orders: [
    'a file that was loaded has totals of days instead of orders',
    'Load a file with a row for each order or order line; shopkeeper ingests lists what is loaded.',
  ],
  customers: ['the data names no customers', 'Load a file with a column of customer ids, names or e-mails.'],
  quantity: ['the data has no quantities', 'Load a file with a column of quantities.'],
  ratings: ['the data has no ratings', 'Load a file with a column of ratings.'],
  status: [
    'the data has no order status that says cancelled',
    'Load a file with a column of statuses, such as Shipped and Cancelled.',
  ],
  returned: [
    'the data has no order status that says returned',
    'Load a file with a column of statuses, such as Completed and Returned.',
  ],
  products: ['the data names no products', 'Load a file with a column of products.'],
  discount: ["this shop's files have no discount column", 'Load a file with a column of discounts.'],
  tax: ["this shop's files have no tax column", 'Load a file with a column of taxes.'],
  shipping: [
    "this shop's files have no shipping column",
    'Load a file with a column of what customers paid for shipping.',
  ],
  tip: ["this shop's files have no column of tips", 'Load a file with a column of tips.'],
  cost: ["this shop's files have no cost column", 'Load a file with a column of what the goods cost.'],
};
