import { deliveryLines } from '../delivery.js';
import type { Profile, ProfileMoney, ProfileRule } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/** The sales invoices of Xero: a row for each line, the invoice's totals on each of them. */
const xeroInvoices: Profile = {
  name: 'Xero sales invoices',
  signature: { all: ['ContactName', 'InvoiceNumber', 'LineAmount', 'AccountCode', 'TaxType'] },
  roles: {
    orderId: 'InvoiceNumber',
    date: 'InvoiceDate',
    email: 'EmailAddress',
    customerName: 'ContactName',
    customerId: null,
    productId: 'InventoryItemCode',
    productName: 'Description',
    category: null,
    quantity: 'Quantity',
    unitPrice: 'UnitAmount',
    discount: null,
    currency: 'Currency',
    status: 'Status',
    country: ['SACountry', 'POCountry'],
    state: ['SARegion', 'PORegion'],
    city: ['SACity', 'POCity'],
    lineNumber: null,
    transactionType: null,
    channel: null,
  },
  money,
  rows,
  ignore: ['Reference', 'Discount', 'DueDate', 'PlannedDate', 'TaxType', 'Sent', 'Type'],
  documentation: {
    revenue: 'LineAmount (after Discount), without TaxAmount; credit notes count on their own date',
    leftOut: 'tax, delivery, accounts that are no revenue, drafts; voided invoices are kept and not counted',
  },
};
export default xeroInvoices;

function money(file: ProfileFile): ProfileMoney | undefined {
  const isOnTop = comesToTotal(file, ['LineAmount', 'TaxAmount']);
  if (!isOnTop && !comesToTotal(file, ['LineAmount'])) return undefined;
  return {
    base: { amount: 'LineAmount' },
    parts: [{ what: 'tax', column: 'TaxAmount', factor: isOnTop ? 0 : -1 }],
    says: isOnTop
      ? []
      : ['Amounts include tax: "LineAmount" comes to "Total" without "TaxAmount", so the tax is taken out.'],
  };
}

/** Whether columns add up to Total in nearly all invoices; of credit notes, one may be below zero alone. */
function comesToTotal(file: ProfileFile, columns: readonly string[]): boolean {
  const parts = columns.map(h => file.values(h, 'lines'));
  const sums = file.values('Total', 'order').flatMap((total, i) => {
    const sum = parts.reduce((a, values) => a + (values[i] ?? 0), 0);
    return total === undefined ? [] : [Math.abs(Math.abs(sum) - Math.abs(total))];
  });
  return sums.length > 0 && sums.filter(off => off <= 0.0151).length >= sums.length * 0.95;
}

function rows(file: ProfileFile): ProfileRule[] {
  return [
    {
      column: 'Status',
      values: ['draft', 'submitted', 'awaiting approval'],
      kind: 'notASale',
      what: 'drafts and invoices for approval',
    },
    { column: 'Type', values: /^sales (over|pre)payment$/, kind: 'notASale', what: 'payments' },
    {
      column: 'Type',
      values: /^(?!sales (invoice|credit note)$)/,
      kind: 'notASale',
      what: 'bills and other documents',
    },
    { column: 'LineAmount', values: 'blank', kind: 'notASale', what: 'lines of text' },
    deliveryLines('Description'),
    ...otherAccounts(file),
    { column: 'Status', values: ['voided', 'deleted'], kind: 'cancelled', what: 'voided invoices' },
    { column: 'Type', values: ['sales credit note'], kind: 'return', what: 'credit notes' },
    { column: 'Status', values: ['awaiting payment'], kind: 'doubtful', what: 'awaiting payment' },
  ];
}

/** In Xero's own chart revenue has the accounts 200 to 299; shops with charts of their own have others. */
function otherAccounts(file: ProfileFile): ProfileRule[] {
  const account = file.column('AccountCode');
  const codes = account ? file.sample.texts(account).filter(t => t !== '') : [];
  const isOwnChart = codes.filter(code => /^2\d\d$/.test(code)).length < codes.length / 2;
  return isOwnChart
    ? []
    : [
        {
          column: 'AccountCode',
          values: /^(?!2\d\d$)\d{3}$/,
          kind: 'notASale',
          what: 'lines of accounts that are no revenue',
        },
      ];
}
