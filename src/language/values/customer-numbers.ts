import { groupingFields } from '../../answering/grouping-fields.js';
import { findValues } from '../../answering/named-values.js';
import type { ShopView } from '../../answering/shop.js';
import { ordersCalled } from '../../store/scope/order-facts.js';
import { customersNamed } from '../../store/tables/named-customers.js';

/** A text with more numbers than these is no question about one or two customers. */
const MOST = 5;
/** A round number is an amount rather than somebody's. */
const ROUND = /00$/;
/** A number by itself, without a sign, a decimal point or a unit that would make it an amount. */
const NUMBER = new RegExp(
  String.raw`(?<![\p{L}\d:."'$€£¥#*+-]|\d,|[$€£¥] )(\d{4,12})(?![\p{L}\d:"'%€$£¥*+-]|[.,]\d| ?(?:%|€|\$|£|` +
    'percent|units?|pieces?|pcs|orders?|lines?|customers?|days?|euros?|eur|dollars?|usd|pounds?|gbp|' +
    String.raw`rupees?|k|m|million|thousand)\b)`,
  'giu',
);
/** What says that a number is something else than a customer. */
const BEFORE = new RegExp(
  String.raw`(?:\b(?:orders?|invoices?|receipts?|tickets?|products?|items?|skus?|codes?|groups?|stores?|` +
    'over|under|above|below|than|least|most|exactly|about|around|roughly|between|top|bottom|first|last|' +
    'past|next|page|customers?|clients?|accounts?|cust|kunden?|kundin|kd|clientes?|numbers?|no|nr|' +
    'year|in|since|until|from|to|before|after|by|goal|target|limit|hits?|makes?|made|making|reach(?:ed)?|' +
    'get|got|at|spends?|spent|pays?|paid|earn(?:ed)?|sells?|sold|cost|worth|take|took|brings?|brought|beat|' +
    'turnover|revenue|sales|' +
    String.raw`commandes?|factures?|pedidos?|facturas?|bestellung|auftrag|rechnung)|[<>=~])[.:#\s]*$`,
  'iu',
);
const YEAR = /^(?:19|20)\d\d$/;
const isOther = (number: string): boolean => YEAR.test(number) || ROUND.test(number);

/**
 * A text with `customer` before a number that is a customer's of this shop and nothing else's: "12471 as a %
 * of everything". Numbers that are years, amounts, or an order's or a value's as well stay as they are.
 */
export async function withCustomerNumbers(text: string, { store }: ShopView): Promise<string> {
  const found = [...text.matchAll(NUMBER)].filter(
    m => !isOther(m[1] as string) && !BEFORE.test(text.slice(0, m.index)),
  );
  // A number and nothing else is looked up by itself, as an order first.
  if (found.length === 0 || found.length > MOST || /^\W*\d+\W*$/.test(text)) return text;
  const numbers = [...new Set(found.map(m => m[1] as string))];
  const customers = await customersNamed(store, numbers);
  const named = numbers.filter(number => customers.get(number)?.length === 1);
  if (named.length === 0) return text;
  const others = new Set((await ordersCalled(store, named)).keys());
  for (const field of await groupingFields(store)) {
    if (field.by.kind !== 'dimension') continue;
    for (const { value, label } of await findValues(store, field, named)) {
      others.add(value);
      if (label !== null) others.add(label);
    }
  }
  const meant = new Set(named.filter(number => !others.has(number)));
  return text.replace(NUMBER, (whole, number: string, at: number) =>
    meant.has(number) && !isOther(number) && !BEFORE.test(text.slice(0, at)) ? `customer ${number}` : whole,
  );
}
