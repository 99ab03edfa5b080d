import {
  byLine,
  byOrder,
  type ExportWriter,
  money,
  netOf,
  productOf,
  skuOf,
  taxOn,
  type Written,
} from './writer.js';

const dollars = (cents: number): string => `${cents < 0 ? '-' : ''}$${money(Math.abs(cents))}`;
const whenOf = (o: Written, sign: number): string => (sign === 1 ? o.date : o.later);
const dmy = (date: string): string => `${date.slice(8)}/${date.slice(5, 7)}/2026`;
const ZONE = 'Eastern Time (US & Canada)';

const squareItems: ExportWriter = {
  profile: 'Square items',
  traits: { hasCancelled: false },
  isReturnLater: true,
  text: byLine((l, o, { sign, rate }) => ({
    Date: whenOf(o, sign),
    Time: '10:00:00',
    'Time Zone': ZONE,
    Category: 'Goods',
    Item: productOf(l),
    Qty: `${sign * l.quantity}.0`,
    'Price Point Name': 'Regular',
    SKU: skuOf(l),
    'Gross Sales': dollars(sign * l.quantity * l.price),
    Discounts: dollars(-sign * l.discount),
    'Net Sales': dollars(sign * netOf(l)),
    Tax: dollars(sign * taxOn(netOf(l), rate)),
    'Transaction ID': sign === 1 ? `TX${o.number}` : `RX${o.number}`,
    'Event Type': sign === 1 ? 'Payment' : 'Refund',
    'Customer ID': `CUS${o.customer}`,
    'Itemization Type': 'Physical Good',
  })),
};

const squareTransactions: ExportWriter = {
  profile: 'Square transactions',
  traits: { hasCancelled: false, hasShipping: false },
  isReturnLater: true,
  lacks: ['units'],
  text: byOrder(o => {
    const row = (sign: 1 | -1, gross: number, discount: number, tax: number) => ({
      Date: whenOf(o, sign),
      Time: '10:00:00',
      'Time Zone': ZONE,
      'Gross Sales': dollars(sign * gross),
      Discounts: dollars(-sign * discount),
      'Service Charges': '$0.00',
      'Net Sales': dollars(sign * (gross - discount)),
      'Gift Card Sales': '$0.00',
      Tax: dollars(sign * tax),
      Tip: '$0.00',
      'Partial Refunds': '$0.00',
      'Total Collected': dollars(sign * (gross - discount + tax)),
      Card: dollars(sign * (gross - discount + tax)),
      Cash: '$0.00',
      Fees: '-$0.50',
      'Net Total': dollars(sign * (gross - discount + tax) - 50),
      'Transaction ID': sign === 1 ? `TX${o.number}` : `RX${o.number}`,
      'Event Type': sign === 1 ? 'Payment' : 'Refund',
      'Customer ID': `CUS${o.customer}`,
      'Transaction Status': 'Complete',
    });
    const sold = row(1, o.gross, o.discount, o.tax);
    const [first] = o.lines;
    return o.back > 0 && first
      ? [sold, row(-1, first.quantity * first.price, first.discount, o.backTax)]
      : [sold];
  }),
};

const loyverseItems: ExportWriter = {
  profile: 'Loyverse items',
  isReturnLater: true,
  text: byLine((l, o, { sign, rate }) => ({
    Date: `${dmy(whenOf(o, sign))} 10:00`,
    'Receipt number': sign === 1 ? `1-${o.number}` : `1-${Number(o.number) + 5000}`,
    'Receipt type': sign === 1 ? 'Sale' : 'Refund',
    Category: 'Goods',
    SKU: skuOf(l),
    Item: productOf(l),
    Variant: '',
    'Modifiers applied': '',
    Quantity: `${l.quantity}.000`,
    'Gross sales': money(l.quantity * l.price),
    Discounts: money(l.discount),
    'Net sales': money(netOf(l)),
    'Cost of goods': '1.00',
    'Gross profit': money(netOf(l) - 100),
    Taxes: money(taxOn(netOf(l), rate)),
    POS: 'POS 1',
    Store: 'Main',
    'Cashier name': 'Kit',
    'Customer name': o.name,
    'Customer contacts': o.email,
    Comment: '',
    Status: o.isCancelled ? 'Cancelled' : 'Closed',
  })),
};

const loyverseReceipts: ExportWriter = {
  profile: 'Loyverse receipts',
  isReturnLater: true,
  lacks: ['units'],
  text: byOrder(o => {
    const row = (sign: 1 | -1, gross: number, discount: number, tax: number) => ({
      Date: `${dmy(whenOf(o, sign))} 10:00`,
      'Receipt number': sign === 1 ? `1-${o.number}` : `1-${Number(o.number) + 5000}`,
      'Receipt type': sign === 1 ? 'Sale' : 'Refund',
      'Gross sales': money(gross),
      Discounts: money(discount),
      'Net sales': money(gross - discount),
      Taxes: money(tax),
      'Total collected': money(gross - discount + tax),
      'Cost of goods': '1.00',
      'Gross profit': money(gross - discount - 100),
      'Payment type': 'Cash',
      Description: o.lines.map(productOf).join(', '),
      'Dining option': '',
      POS: 'POS 1',
      Store: 'Main',
      'Cashier name': 'Kit',
      'Customer name': o.name,
      'Customer contacts': o.email,
      Status: o.isCancelled ? 'Cancelled' : 'Closed',
    });
    const [first] = o.lines;
    const sold = row(1, o.gross, o.discount, o.tax);
    return o.back > 0 && first
      ? [sold, row(-1, first.quantity * first.price, first.discount, o.backTax)]
      : [sold];
  }),
};

const sumUp: ExportWriter = {
  profile: 'SumUp sales',
  traits: { hasCancelled: false },
  isReturnLater: true,
  lacks: ['customers'],
  text: byLine((l, o, { sign, rate }) => ({
    Account: 'shop@example.com',
    Date: `${whenOf(o, sign).slice(8)}.03.26`,
    Time: '10:00',
    Type: sign === 1 ? 'Sales' : 'Refund',
    'Transaction ID': sign === 1 ? `T${o.number}` : `R${o.number}`,
    'Receipt Number': `S${o.number}`,
    'Payment Method': 'Visa',
    Quantity: l.quantity,
    Description: productOf(l),
    Currency: 'EUR',
    'Price (Gross)': money(netOf(l) + taxOn(netOf(l), rate)),
    'Price (Net)': money(netOf(l)),
    Tax: money(taxOn(netOf(l), rate)),
    'Tax rate': `${rate}%`,
    'Transaction refunded': sign === 1 ? '' : `T${o.number}`,
  })),
};

const lightspeed: ExportWriter = {
  profile: 'Lightspeed X-Series sales',
  isReturnLater: true,
  text: byOrder((o, rate) => {
    const row = (type: string, sign: 1 | -1, more: Record<string, string | number>) => ({
      Date: `${whenOf(o, sign)} 10:00:00`,
      'Receipt Number': sign === 1 ? o.number : `${Number(o.number) + 5000}`,
      'Line Type': type,
      'Customer Code': `C-${o.customer}`,
      'Customer Name': o.name,
      Quantity: '',
      Subtotal: '',
      'Sales Tax': '',
      Discount: '',
      Total: '',
      Paid: '',
      Details: '',
      Register: 'Main',
      Status: o.isCancelled ? 'VOIDED' : 'CLOSED',
      SKU: '',
      ...more,
    });
    const line = (l: Written['lines'][number], sign: 1 | -1) => {
      const tax = taxOn(netOf(l), rate);
      return row('Sale Line', sign, {
        Quantity: sign * l.quantity,
        Subtotal: money(sign * netOf(l)),
        'Sales Tax': money(sign * tax),
        Discount: money(sign * l.discount),
        Total: money(sign * (netOf(l) + tax)),
        Details: productOf(l),
        SKU: skuOf(l),
      });
    };
    const taxes = o.lines.reduce((sum, l) => sum + taxOn(netOf(l), rate), 0);
    const total = {
      Quantity: o.pieces,
      Subtotal: money(o.net),
      'Sales Tax': money(taxes),
      Discount: money(o.discount),
      Total: money(o.net + taxes),
    };
    const [first] = o.lines;
    return [
      row('Sale', 1, total),
      ...o.lines.map(l => line(l, 1)),
      row('Payment', 1, { Paid: money(o.net + taxes), Details: 'Cash' }),
      ...(o.back > 0 && first ? [line(first, -1)] : []),
    ];
  }),
};

export const TILLS = [squareItems, squareTransactions, loyverseItems, loyverseReceipts, sumUp, lightspeed];
