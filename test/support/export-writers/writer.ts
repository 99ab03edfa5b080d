import {
  CUSTOMERS,
  csvOf,
  dayOf,
  type MadeUpLine,
  type MadeUpOrder,
  type MadeUpShop,
  money,
  netOf,
  PRODUCTS,
  type Row,
  sumOf,
  type Traits,
  taxOn,
} from '../made-up-shop.js';

/** Writes a made-up shop as the export of a system. */
export interface ExportWriter {
  /** The known export that the file must be read as. */
  readonly profile: string;
  /** What the export can tell, and so what the shop may have. */
  readonly traits?: Traits;
  /** Whether a return stands in a row of its own, three days later; else it counts on the order's day. */
  readonly isReturnLater?: boolean;
  /** What the export does not tell. */
  readonly lacks?: readonly ('customers' | 'units' | 'orders')[];
  readonly file?: string;
  text(shop: MadeUpShop): string;
}

/** An order with what it comes to, in cents, as exports write it. */
export interface Written extends MadeUpOrder {
  readonly number: string;
  readonly date: string;
  /** The day of what came back. */
  readonly later: string;
  readonly name: string;
  readonly email: string;
  readonly gross: number;
  readonly discount: number;
  readonly net: number;
  readonly tax: number;
  readonly total: number;
  readonly pieces: number;
  /** What the line that came back came to, and its tax; 0 where none did. */
  readonly backNet: number;
  readonly backTax: number;
}

export function written(o: MadeUpOrder, taxRate: number): Written {
  const [gross, net] = [sumOf(o.lines, l => l.quantity * l.price), sumOf(o.lines, netOf)];
  const name = CUSTOMERS[o.customer] ?? '';
  const tax = taxOn(net, taxRate);
  const backNet = o.back > 0 && o.lines[0] ? netOf(o.lines[0]) : 0;
  return {
    ...o,
    number: String(1001 + o.at),
    date: dayOf(o.day),
    later: dayOf(o.day + 3),
    name,
    email: emailOf(name),
    gross,
    discount: gross - net,
    net,
    tax,
    total: net + tax + o.shipping,
    pieces: sumOf(o.lines, l => l.quantity),
    backNet,
    backTax: taxOn(backNet, taxRate),
  };
}

export const emailOf = (name: string): string => `${name.split(' ')[0]?.toLowerCase()}@example.com`;
export const productOf = ({ product }: MadeUpLine): string => PRODUCTS[product] ?? '';
export const skuOf = (line: MadeUpLine): string => productOf(line).toUpperCase().slice(0, 4);

/** A writer of rows for each order. */
export const byOrder =
  (rows: (order: Written, rate: number) => readonly Row[], delimiter = ',') =>
  ({ orders, taxRate }: MadeUpShop): string =>
    csvOf(
      orders.flatMap(o => rows(written(o, taxRate), taxRate)),
      undefined,
      delimiter,
    );

/** A writer of a row for each line, and for what came back, with its sign. */
export const byLine = (
  row: (line: MadeUpLine, order: Written, at: { sign: 1 | -1; index: number; rate: number }) => Row,
) =>
  byOrder((order, rate) => [
    ...order.lines.map((line, index) => row(line, order, { sign: 1, index, rate })),
    ...(order.back > 0 && order.lines[0] ? [row(order.lines[0], order, { sign: -1, index: 0, rate })] : []),
  ]);

export { money, netOf, taxOn };
