import { currencyOfSites } from '../amazon-sites.js';
import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/** Types of rows that give money back: `A-to-z Guarantee` among them. */
const REFUNDS = /^(refund|chargeback refund|a to z.*|erstattung|remboursement|rimborso|reembolso|返金)$/;

/** The date range transactions report of Amazon sellers: sales, refunds and fees, a row each. */
const amazonDateRange: Profile = {
  name: 'Amazon date range transactions',
  signature: {
    all: ['date/time', 'settlement id', 'type', 'order id', 'product sales', 'selling fees', 'total'],
  },
  // The localised reports, as docs of importers that read them have their headers.
  otherNames: {
    'date/time': ['Datum/Uhrzeit', 'date/heure', 'Data/Ora:', 'Data/Ora', 'fecha y hora', '日付/時間'],
    'settlement id': [
      'Abrechnungsnummer',
      'numéro de versement',
      'Numero pagamento',
      'identificador de pago',
      '決済番号',
    ],
    type: ['Typ', 'Tipo', 'トランザクションの種類'],
    'order id': ['Bestellnummer', 'numéro de la commande', 'Numero ordine', 'número de pedido', '注文番号'],
    description: ['Beschreibung', 'Descrizione', 'descripción', '説明'],
    quantity: ['Menge', 'quantité', 'Quantità', 'cantidad', '数量'],
    'product sales': ['Umsätze', 'ventes de produits', 'Vendite', 'ventas de productos', '商品売上'],
    'product sales tax': ['Produktumsatzsteuer'],
    'shipping credits': [
      'Gutschrift für Versandkosten',
      "crédits d'expédition",
      'Accrediti per le spedizioni',
      'abonos de envío',
    ],
    'shipping credits tax': ['Steuer auf Versandgutschrift'],
    'gift wrap credits': ['Gutschrift für Geschenkverpackung', "crédits d'emballage cadeau"],
    'giftwrap credits tax': ['Steuer auf Geschenkverpackungsgutschriften'],
    'promotional rebates': [
      'Rabatte aus Werbeaktionen',
      'Rabais promotionnels',
      'Sconti promozionali',
      'devoluciones promocionales',
      'プロモーション割引額',
    ],
    'promotional rebates tax': ['Steuer auf Aktionsrabatte'],
    'marketplace withheld tax': ['Einbehaltene Steuer auf Marketplace'],
    'selling fees': ['Verkaufsgebühren', 'frais de vente', 'Commissioni di vendita', 'tarifas de venta'],
    'fba fees': [
      'Gebühren zu Versand durch Amazon',
      'Frais Expédié par Amazon',
      'Costi del servizio Logistica di Amazon',
      'tarifas de Logística de Amazon',
    ],
    'other transaction fees': [
      'Andere Transaktionsgebühren',
      'autres frais de transaction',
      'Altri costi relativi alle transazioni',
      'tarifas de otras transacciones',
    ],
    other: ['Andere', 'autre', 'Altro', 'otro'],
    total: ['Gesamt', 'totale', '合計'],
    'order city': ['Ort der Bestellung', 'ville', 'Città di provenienza', 'ciudad de procedencia del pedido'],
    'order state': ['Bundesland', 'état'],
    'order postal': ['Postleitzahl', 'code postal'],
  },
  roles: {
    orderId: 'order id',
    date: 'date/time',
    productId: 'sku',
    productName: 'description',
    quantity: 'quantity',
    amount: 'product sales',
    unitPrice: null,
    discount: null,
    city: 'order city',
    state: 'order state',
    channel: 'marketplace',
    customerId: null,
    customerName: null,
    email: null,
    category: null,
    lineNumber: null,
    transactionType: null,
  },
  money,
  currencyOf: currencyOfSites,
  rows: [
    { column: 'type', values: REFUNDS, kind: 'return', what: 'refunds' },
    {
      column: 'type',
      values: /^(?!(?:order|bestellung|commande|ordine|pedido|注文)$)/,
      kind: 'notASale',
      what: 'payouts, fees and other movements of the account',
    },
  ],
  ignore: ['settlement id', 'order postal', 'other', 'total'],
  documentation: {
    revenue: 'product sales and promotional rebates (below zero) of orders; refunds on their own date',
    leftOut: 'taxes, shipping and gift wrap credits, all fees; payouts, service fees and adjustments',
  },
};
export default amazonDateRange;

const SHIPPING = ['shipping credits', 'postage credits'];
const TAXES = ['product sales tax', 'sales tax collected'];

/** What else the total is made of. */
const OTHERS = [
  'shipping credits tax',
  'postage credits tax',
  'gift wrap credits',
  'giftwrap credits tax',
  'Regulatory Fee',
  'Tax On Regulatory Fee',
  'promotional rebates tax',
  'marketplace withheld tax',
  'Marketplace Facilitator Tax',
  'selling fees',
  'fba fees',
  'other transaction fees',
  'other',
];

function money(file: ProfileFile): ProfileMoney | undefined {
  const plus = ['product sales', 'promotional rebates', ...SHIPPING, ...TAXES, ...OTHERS];
  if (!file.holds({ total: 'total', plus: plus.filter(h => file.has(h)) })) return undefined;
  return {
    base: { amount: 'product sales' },
    parts: [
      { what: 'discount', column: 'promotional rebates', sign: -1, factor: 1 },
      ...SHIPPING.map(column => ({ what: 'shipping', column }) as const),
      ...TAXES.map(column => ({ what: 'tax', column }) as const),
    ],
    says:
      SHIPPING.some(h => file.isUsed(h)) && file.isUsed('promotional rebates')
        ? ['"promotional rebates" is taken off the goods, though some of it may be free shipping.']
        : [],
  };
}
