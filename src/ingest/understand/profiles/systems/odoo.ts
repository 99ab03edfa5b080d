import { deliveryLines } from '../delivery.js';
import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/** What an export calls the columns of its lines: by their labels, or by their technical names. */
interface LineNames {
  readonly products: readonly string[];
  readonly quantities: readonly string[];
  readonly price: string;
  readonly discount: string;
  readonly subtotal: string;
}

const labelled = (lines: string): LineNames => ({
  products: [`${lines}/Product`, `${lines}/Product/Name`, `${lines}/Description`],
  quantities: [`${lines}/Quantity`, `${lines}/Ordered Quantity`],
  price: `${lines}/Unit Price`,
  discount: `${lines}/Discount (%)`,
  subtotal: `${lines}/Subtotal`,
});

const technical = (lines: string): LineNames => ({
  products: [`${lines}/product_id/name`, `${lines}/product_id`, `${lines}/name`],
  quantities: [`${lines}/product_uom_qty`, `${lines}/quantity`],
  price: `${lines}/price_unit`,
  discount: `${lines}/discount`,
  subtotal: `${lines}/price_subtotal`,
});

const LINES = [
  labelled('Order Lines'),
  labelled('Invoice lines'),
  technical('order_line'),
  technical('invoice_line_ids'),
];
const PRODUCTS = LINES.flatMap(l => l.products);
const STATES = ['Status', 'state'];
const TYPES = ['Type', 'move_type'];

/** Orders or invoices of Odoo with their lines: what the order has stands on its first row alone. */
const odoo: Profile = {
  name: 'Odoo orders or invoices with lines',
  signature: { all: [], any: LINES.map(l => l.subtotal) },
  roles: {
    orderId: ['Order Reference', 'Number', 'name'],
    date: ['Order Date', 'Invoice/Bill Date', 'Invoice Date', 'date_order', 'invoice_date'],
    email: ['Customer/Email', 'Partner/Email', 'partner_id/email'],
    customerName: ['Customer', 'Customer/Name', 'Partner', 'partner_id/name', 'partner_id'],
    customerId: null,
    productId: null,
    productName: PRODUCTS,
    quantity: LINES.flatMap(l => l.quantities),
    unitPrice: LINES.map(l => l.price),
    discount: null,
    status: STATES,
    lineNumber: null,
    transactionType: null,
  },
  money,
  rows: [
    // Exports of a view in groups have a row with each group's sums: `Ana Ltd (3)`.
    { column: 'Order Reference', values: / \(\d+\)$/, kind: 'total', what: 'totals of groups' },
    ...TYPES.map(
      column =>
        ({
          column,
          values: /vendor|bill|purchase|journal entry|^in (invoice|refund|receipt)$|^entry$/,
          kind: 'notASale',
          what: 'bills and other documents',
        }) as const,
    ),
    ...STATES.map(
      column =>
        ({
          column,
          values: /^(quotation|quotation sent|draft|sent|new)$/,
          kind: 'notASale',
          what: 'quotations and drafts',
        }) as const,
    ),
    ...PRODUCTS.map(deliveryLines),
    ...STATES.map(
      column => ({ column, values: /^cancel(l?ed)?$/, kind: 'cancelled', what: 'cancelled orders' }) as const,
    ),
    ...PRODUCTS.map(
      column =>
        ({
          column,
          values: /^(down payment( .*)?|discount( [\d.,]+ ?%.*)?)$/,
          kind: 'deduction',
          what: 'discounts and down payments',
        }) as const,
    ),
    ...TYPES.map(
      column =>
        ({ column, values: /credit note|^out refund$/, kind: 'return', what: 'credit notes' }) as const,
    ),
  ],
  ignore: [...LINES.map(l => l.discount), 'Customer Reference', 'Source Document', 'External ID'],
  documentation: {
    revenue: 'Subtotal of each line (after its discount, without tax); credit notes count on their own date',
    leftOut: 'delivery, quotations, drafts, bills; cancelled orders are kept and not counted',
  },
};
export default odoo;

function money(file: ProfileFile): ProfileMoney | undefined {
  const lines = LINES.find(l => file.has(l.subtotal));
  if (!lines) return undefined;
  const { subtotal } = lines;
  const isSumOfOrder = ['Untaxed Amount', 'amount_untaxed'].some(
    total => file.isUsed(total) && file.holds({ total, plus: [subtotal], per: 'order', lines: [subtotal] }),
  );
  return isSumOfOrder || isAfterDiscount(file, lines) ? { base: { amount: subtotal } } : undefined;
}

/** Whether a line's subtotal is its quantity times its price less the discount, in nearly all rows. */
function isAfterDiscount(file: ProfileFile, { quantities, price, discount, subtotal }: LineNames): boolean {
  const quantity = quantities.find(h => file.has(h));
  if (quantity === undefined || !file.has(price)) return false;
  const gross = file.values(`${quantity} x ${price}`, 'line');
  const percents = file.values(discount, 'line');
  const off = file.values(subtotal, 'line').flatMap((net, i) => {
    const before = gross[i];
    const isKnown = net !== undefined && before !== undefined;
    return isKnown ? [Math.abs(Math.abs(before * (1 - (percents[i] ?? 0) / 100)) - Math.abs(net))] : [];
  });
  return off.length > 0 && off.filter(o => o <= 0.0151).length >= off.length * 0.95;
}
