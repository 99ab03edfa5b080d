import type { GroupingField } from './grouping-fields.js';

/** What lines of products are called, the best first. */
export const PRODUCT_LINES = [
  'productLine',
  'category',
  'productCategory',
  'productType',
  'department',
  'brand',
  'product',
] as const;

/** What places are called, the best first. */
export const PLACES = [
  'region',
  'territory',
  'country',
  'location',
  'state',
  'city',
  'channel',
  'store',
] as const;

/** Parts of the world that hold countries, and may be called like one of them. */
export const WIDER_THAN_COUNTRY: ReadonlySet<string> = new Set(['territory', 'region', 'continent']);

const PROMOTION = /promo|coupon|campaign|discountcode|voucher/i;
const OTHER_LEVERS = /^(salesChannel|salesperson|supplier|vendor)$/;
const LEVERS: ReadonlySet<string> = new Set([...PRODUCT_LINES, ...PLACES]);

export const isPromotion = ({ key }: GroupingField): boolean => PROMOTION.test(key);

/**
 * Whether a shop can do something about a dimension's values: what it sells, where, by whom and how it is
 * promoted.
 */
export const isActionable = (field: GroupingField): boolean =>
  LEVERS.has(field.key) || isPromotion(field) || OTHER_LEVERS.test(field.key);

/** Whether a dimension's values are what a shop has in stock, rather than who buys it or where. */
export const isGoods = ({ key }: GroupingField): boolean => PRODUCT_LINES.some(line => line === key);

/** How much was taken off, in several languages, as a column's name; not the code that took it off. */
const DISCOUNT =
  /^(?:discount(?:percent|rate|pct)?|disc|rabatt?(?:prozent)?|rabais|remise|descuento|sconto|korting)$/i;

/** Whether a dimension only says when or how an order went: it explains no change. */
export const isCircumstance = ({ key }: GroupingField): boolean =>
  key === 'hour' || key === 'status' || /^(?:\w*rating|stars|csat)$/i.test(key) || DISCOUNT.test(key);
