import { byLine, byOrder, type ExportWriter, money, netOf, productOf, taxOn } from './writer.js';

const us = (date: string): string => `${date.slice(5, 7)}/${date.slice(8)}/2026`;

const stripePayments: ExportWriter = {
  profile: 'Stripe payments',
  traits: { isTaxed: false, hasShipping: false, hasCancelled: false },
  lacks: ['units'],
  text: byOrder(o => [
    {
      id: `ch_${o.number}`,
      'Created date (UTC)': `${o.date} 10:00:00`,
      Amount: money(o.net),
      'Amount Refunded': money(o.backNet),
      Currency: 'eur',
      Captured: 'true',
      'Converted Amount': money(o.net),
      'Converted Amount Refunded': money(o.backNet),
      'Converted Currency': 'eur',
      Fee: '1.15',
      Mode: 'Live',
      Status: o.back > 0 ? 'Partially refunded' : 'Paid',
      'Customer Email': o.email,
    },
  ]),
};

const stripeItemised: ExportWriter = {
  profile: 'Stripe itemised report',
  traits: { isTaxed: false, hasShipping: false, hasCancelled: false },
  isReturnLater: true,
  lacks: ['units'],
  text: byOrder(o => {
    const row = (date: string, gross: number, fee: number, category: string) => ({
      balance_transaction_id: `txn_${o.number}_${category}`,
      created_utc: `${date} 10:00:00`,
      created: `${date} 11:00:00`,
      available_on_utc: `${o.later} 00:00:00`,
      currency: 'eur',
      gross: money(gross),
      fee: money(fee),
      net: money(gross - fee),
      reporting_category: category,
      source_id: `${category}_${o.number}`,
      description: `Order ${o.number}`,
      charge_id: `ch_${o.number}`,
      payment_intent_id: `pi_${o.number}`,
      customer_email: o.email,
    });
    const sold = row(o.date, o.net, 115, 'charge');
    return o.back > 0 ? [sold, row(o.later, -o.backNet, 0, 'refund')] : [sold];
  }),
};

const paypal: ExportWriter = {
  profile: 'PayPal activity',
  traits: { hasCancelled: false },
  isReturnLater: true,
  lacks: ['units'],
  text: byOrder(o => {
    const row = (date: string, type: string, gross: number, more: Record<string, string | number>) => ({
      Date: us(date),
      Time: '10:00:00',
      TimeZone: 'PST',
      Name: o.name,
      Type: type,
      Status: 'Completed',
      Currency: 'USD',
      Gross: money(gross),
      Fee: '0.00',
      Net: money(gross),
      'From Email Address': o.email,
      'To Email Address': 'shop@example.com',
      'Transaction ID': `T${o.number}`,
      'Shipping and Handling Amount': money(o.shipping),
      'Sales Tax': money(o.tax),
      'Reference Txn ID': '',
      'Invoice Number': o.number,
      Quantity: o.pieces,
      'Balance Impact': 'Credit',
      ...more,
    });
    const sold = row(o.date, 'Express Checkout Payment', o.total, {});
    const back = row(o.later, 'Payment Refund', -o.backNet, {
      'From Email Address': 'shop@example.com',
      'To Email Address': o.email,
      'Transaction ID': `R${o.number}`,
      'Shipping and Handling Amount': '0.00',
      'Sales Tax': '0.00',
      'Reference Txn ID': `T${o.number}`,
      Quantity: o.back,
      'Balance Impact': 'Debit',
    });
    return o.back > 0 ? [sold, back] : [sold];
  }),
};

const xero: ExportWriter = {
  profile: 'Xero sales invoices',
  isReturnLater: true,
  text: byLine((l, o, { sign, rate }) => {
    const isNote = sign === -1;
    const tax = taxOn(netOf(l), rate);
    const taxes = isNote ? tax : o.lines.reduce((sum, m) => sum + taxOn(netOf(m), rate), 0);
    const total = (isNote ? netOf(l) : o.net) + taxes;
    return {
      ContactName: o.name,
      EmailAddress: o.email,
      InvoiceNumber: `${isNote ? 'CN' : 'INV'}-${o.number}`,
      InvoiceDate: `${(isNote ? o.later : o.date).slice(8)}/03/2026`,
      DueDate: isNote ? '' : '19/04/2026',
      Total: money(sign * total),
      TaxTotal: money(sign * taxes),
      InvoiceAmountPaid: isNote ? '0.00' : money(total),
      InvoiceAmountDue: '0.00',
      InventoryItemCode: productOf(l).toUpperCase(),
      Description: productOf(l),
      Quantity: l.quantity,
      UnitAmount: money(l.price),
      Discount: Math.round((l.discount / (l.quantity * l.price)) * 100),
      LineAmount: money(netOf(l)),
      AccountCode: 200,
      TaxType: `${rate}% (VAT on Income)`,
      TaxAmount: money(tax),
      Currency: 'GBP',
      Type: isNote ? 'Sales credit note' : 'Sales invoice',
      Status: o.isCancelled ? 'Voided' : 'Paid',
    };
  }),
};

const odoo: ExportWriter = {
  profile: 'Odoo orders or invoices with lines',
  traits: { hasReturns: false },
  text: byOrder((o, rate) =>
    o.lines.map((l, i) => ({
      'Order Reference': i > 0 ? '' : `S0${o.number}`,
      Customer: i > 0 ? '' : o.name,
      'Customer/Email': i > 0 ? '' : o.email,
      'Order Date': i > 0 ? '' : `${o.date} 10:00:00`,
      Status: i > 0 ? '' : o.isCancelled ? 'Cancelled' : 'Sales Order',
      Total: i > 0 ? '' : money(o.net + taxOn(o.net, rate)),
      'Order Lines/Product': productOf(l),
      'Order Lines/Quantity': l.quantity,
      'Order Lines/Unit Price': money(l.price),
      'Order Lines/Discount (%)': Math.round((l.discount / (l.quantity * l.price)) * 100),
      'Order Lines/Subtotal': money(netOf(l)),
    })),
  ),
};

const quickBooks: ExportWriter = {
  profile: 'QuickBooks Online sales by customer',
  traits: { hasDiscounts: false, hasCancelled: false, isTaxed: false },
  isReturnLater: true,
  text: ({ orders, taxRate }) => {
    const rows = byLine((l, o, { sign }) => ({
      '': '',
      Date: us(sign === 1 ? o.date : o.later),
      'Transaction Type': sign === 1 ? 'Invoice' : 'Credit Memo',
      Num: sign === 1 ? o.number : `C${o.number}`,
      'Product/Service': productOf(l),
      'Memo/Description': productOf(l),
      Qty: money(sign * l.quantity * 100),
      'Sales Price': money(l.price),
      Amount: money(sign * netOf(l)),
      Balance: money(netOf(l)),
    }));
    const [header] = rows({ orders: orders.slice(0, 1), taxRate, seed: 0 }).split('\n');
    const names = [...new Set(orders.map(o => o.customer))];
    const groups = names.map(customer => {
      const own = orders.filter(o => o.customer === customer);
      const [, ...body] = rows({ orders: own, taxRate, seed: 0 }).trimEnd().split('\n');
      return [`Customer ${customer},,,,,,,,,`, ...body, `Total for Customer ${customer},,,,,,,,$1.00,`];
    });
    return `Sales by Customer Detail\nExample Shop\n"March 1-31, 2026"\n\n${[header, ...groups.flat()].join('\n')}\n`;
  },
};

export const ACCOUNTS = [stripePayments, stripeItemised, paypal, xero, odoo, quickBooks];
