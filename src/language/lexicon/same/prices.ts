import type { Same } from './same.js';

/** What a piece sells for. */
export const PRICES: Same = [
  [
    /\b(?:most expensive|priciest|dearest) (?=(?:\d+ )?(?:products?|items?|articles?|skus?|models?)\b)/gi,
    'highest unit price by ',
  ],
  [/\bcheapest (?=(?:\d+ )?(?:products?|items?|articles?|skus?|models?)\b)/gi, 'lowest unit price by '],
];
