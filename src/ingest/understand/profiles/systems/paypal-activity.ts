import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

const OTHERS = 'withdrawals, conversions and other movements of the account';
const MOVEMENTS =
  /conversion|withdrawal|deposit|transfer|hold|release|reserve|authori[sz]ation|\bfee|shopping cart item/;
const GERMAN_MOVEMENTS = new RegExp(
  [
    'umrechnung|abbuchung|auszahlung|bankgutschrift|kontobewegung|einbehalt|autorisierung|gebuhr',
    'warenkorbartikel',
  ].join('|'),
);

/** The activity download of a PayPal account: a row for each movement of money, sales and all else. */
const paypalActivity: Profile = {
  name: 'PayPal activity',
  signature: {
    all: ['Date', 'Name', 'Type', 'Status', 'Gross', 'Fee', 'Net', 'Transaction ID', 'Balance Impact'],
  },
  otherNames: {
    Date: ['Datum'],
    Type: ['Typ', 'Beschreibung'],
    Gross: ['Brutto'],
    Fee: ['Gebühr', 'Entgelt'],
    Net: ['Netto'],
    Currency: ['Währung'],
    'From Email Address': ['Absender E-Mail-Adresse'],
    'To Email Address': ['Empfänger E-Mail-Adresse'],
    'Transaction ID': ['Transaktionscode'],
    'Item Title': ['Artikelbezeichnung'],
    'Item ID': ['Artikelnummer'],
    'Shipping and Handling Amount': ['Postage and Packaging Amount', 'Versand- und Bearbeitungsgebühr'],
    'Insurance Amount': ['Versicherungsbetrag'],
    'Sales Tax': ['VAT', 'Umsatzsteuer'],
    'Reference Txn ID': ['Zugehöriger Transaktionscode'],
    'Invoice Number': ['Rechnungsnummer'],
    'Custom Number': ['Zollnummer'],
    Quantity: ['Anzahl'],
    'Receipt ID': ['Empfangsnummer'],
    Balance: ['Guthaben'],
    'Balance Impact': ['Auswirkung auf Guthaben'],
    Subject: ['Betreff'],
    Note: ['Hinweis'],
    Country: ['Land'],
    'Country Code': ['Ländervorwahl'],
  },
  roles: {
    orderId: 'Transaction ID',
    date: 'Date',
    email: 'From Email Address',
    customerName: 'Name',
    customerId: null,
    productId: 'Item ID',
    productName: 'Item Title',
    amount: 'Gross',
    quantity: 'Quantity',
    currency: 'Currency',
    country: ['Country', 'Country Code'],
    unitPrice: null,
    discount: null,
    category: null,
    lineNumber: null,
    transactionType: null,
  },
  // A refund is sent by the shop.
  emailOfReturns: 'To Email Address',
  money,
  // The first rule that fits a row is taken.
  rows: [
    {
      column: 'Status',
      values: /^(?!(completed?|cleared|abgeschlossen|((partially|teilweise) )?(refunded|reversed))$)/,
      kind: 'notASale',
      what: 'pending, denied and cancelled payments',
    },
    { column: 'Balance Impact', values: ['Memo'], kind: 'notASale', what: 'rows that moved no money' },
    { column: 'Type', values: MOVEMENTS, kind: 'notASale', what: OTHERS },
    { column: 'Type', values: GERMAN_MOVEMENTS, kind: 'notASale', what: OTHERS },
    {
      column: 'Type',
      values: /reversal|chargeback|ruckbuchung/,
      and: { column: 'Balance Impact', values: ['Credit', 'Haben'] },
      kind: 'returnUndone',
      what: 'reversals that were undone',
    },
    {
      column: 'Type',
      values: /refund|ruckzahlung|erstattung/,
      and: { column: 'Balance Impact', values: ['Credit', 'Haben'] },
      kind: 'notASale',
      what: 'refunds from others',
    },
    {
      column: 'Type',
      values: /refund|reversal|chargeback|ruckzahlung|erstattung|ruckbuchung/,
      kind: 'return',
      what: 'refunds',
    },
    { column: 'Balance Impact', values: ['Debit', 'Soll'], kind: 'notASale', what: 'payments to others' },
    { column: 'Type', values: /^(?!.*(payment|checkout|zahlung))/, kind: 'notASale', what: OTHERS },
    {
      column: 'Type',
      values: ['General Payment', 'Allgemeine Zahlung'],
      kind: 'doubtful',
      what: 'general payments, which may be private',
    },
  ],
  ignore: [
    'From Email Address',
    'To Email Address',
    'Balance',
    'Balance Impact',
    'Fee',
    'Net',
    'Reference Txn ID',
    'Receipt ID',
    'Invoice Number',
    'Custom Number',
    'Subject',
    'Note',
  ],
  documentation: {
    revenue: 'Gross of payments received, less Sales Tax, shipping and insurance; refunds on their own date',
    leftOut:
      'fees, withdrawals, conversions, holds, payments to others; pending, denied and cancelled payments',
  },
};
export default paypalActivity;

function money(file: ProfileFile): ProfileMoney | undefined {
  // Fees are below zero.
  if (!file.holds({ total: 'Net', plus: ['Gross', 'Fee'] })) return undefined;
  const beside = ['Sales Tax', 'Shipping and Handling Amount', 'Insurance Amount'];
  return {
    base: { amount: 'Gross' },
    parts: [
      { what: 'tax', column: 'Sales Tax', factor: -1 },
      { what: 'shipping', column: 'Shipping and Handling Amount', factor: -1 },
      { what: 'other', column: 'Insurance Amount', factor: -1 },
    ],
    says: beside.some(header => file.isUsed(header))
      ? ['Where a refund does not say what of it is tax and shipping, all of it is taken off the goods.']
      : [],
  };
}
