import type { ProfileRule } from './profile.js';

const UNPAID = new RegExp(
  '^(failed|checkout draft|draft|trash|pending|pending payment|' +
    'fehlgeschlagen|zahlung ausstehend|echou.*|attente paiement|fallido|pendiente de pago)$',
);

/**
 * What the states of a WooCommerce order mean, as its export plugins write them: as slugs or as labels, in
 * the language of the site.
 * @param column the header of the order's status
 */
export const wooCommerceStates = (column: string): ProfileRule[] => [
  {
    column,
    values: UNPAID,
    kind: 'notASale',
    what: 'failed, unpaid and draft orders',
  },
  {
    column,
    values: /^(cancell?ed|storniert|annulee?|cancelado|annullato|geannuleerd)$/,
    kind: 'cancelled',
    what: 'cancelled orders',
  },
  { column, values: /^(on hold|in wartestellung|en attente|en espera)$/, kind: 'doubtful', what: 'on hold' },
];
