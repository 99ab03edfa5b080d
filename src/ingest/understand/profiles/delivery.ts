import type { ProfileRule } from './profile.js';

/**
 * Lines of an invoice or order that charge for delivery, in systems that have no column for it. Only names
 * that can be nothing else: a shop may sell `Shipping boxes`.
 */
const DELIVERY = new RegExp(
  '^(?:\\[[^\\]]*\\] ?)?(\\[delivery[^\\]]*\\] ?.*|' +
    '((standard|express|free|home|normal|local|flat rate|next day) )?' +
    '(shipping|delivery|freight|postage|carriage)' +
    '( (and|&) (handling|packaging|packing))?( (charges?|costs?|fees?))?|' +
    '(standard|express)? ?versand(kosten)?|porto|lieferkosten|' +
    'frais de (port|livraison)|livraison( standard| express)?|' +
    'gastos de envio|envio|frete|spese di spedizione|verzendkosten)$',
);

/** @param column the header of the item's name */
export const deliveryLines = (column: string): ProfileRule => ({
  column,
  values: DELIVERY,
  kind: 'notASale',
  what: 'delivery charges',
});
