import type { Profile, ProfileMoney } from '../profile.js';
import type { ProfileFile } from '../profile-file.js';

/** The list of orders of PrestaShop: a row for each order, without its products. */
const prestaShopOrders: Profile = {
  name: 'PrestaShop orders',
  signature: {
    all: ['ID', 'Reference', 'New client', 'Delivery', 'Customer', 'Total', 'Payment', 'Status', 'Date'],
  },
  roles: {
    // An order that is sent in parts has a row for each, with one reference.
    orderId: 'Reference',
    date: 'Date',
    customerName: 'Customer',
    customerId: null,
    email: null,
    productId: null,
    productName: null,
    category: null,
    quantity: null,
    unitPrice: null,
    discount: null,
    country: 'Delivery',
    status: 'Status',
    lineNumber: null,
  },
  money,
  rows: [
    {
      column: 'Status',
      values:
        /^(payment error|erreur de paiement|error (de|en( el)?) pago|zahlungsfehler|errore di pagamento)$/,
      kind: 'notASale',
      what: 'failed payments',
    },
    {
      column: 'Status',
      values: /^(cancell?ed|annulee?|cancelado|storniert|annullato|geannuleerd)$/,
      kind: 'cancelled',
      what: 'cancelled orders',
    },
    {
      column: 'Status',
      values: /^(refunded|remboursee?|reembolsado|erstattet|rimborsato|terugbetaald)$/,
      kind: 'returned',
      what: 'refunded orders',
    },
    {
      column: 'Status',
      values: /^(awaiting|on backorder \(not paid\)|en attente d|en espera|warten auf|in attesa d)/,
      kind: 'doubtful',
      what: 'awaiting payment',
    },
  ],
  ignore: ['ID', 'New client'],
  documentation: {
    revenue: 'Total, as it was paid: with tax and shipping, since the file has neither',
    leftOut: 'failed payments; refunded orders come to 0; cancelled orders are kept and not counted',
  },
};
export default prestaShopOrders;

/** The file has nothing that its totals could be proved by, but references of a kind of their own. */
function money(file: ProfileFile): ProfileMoney | undefined {
  const reference = file.column('Reference');
  const texts = reference ? file.sample.texts(reference) : [];
  if (texts.filter(t => /^[A-Z]{8,9}$/.test(t)).length < texts.length * 0.95) return undefined;
  return {
    base: { amount: 'Total' },
    says: ['Revenue is "Total", what was paid with tax and shipping: the file has neither beside it.'],
  };
}
