import { EXPECTED_FIGURES } from '../core/query/query.js';

/** What lists can be kept by: figures that are in a range. */
export const KEPT_BY = {
  customers: ['revenue', 'orders', 'average-order', 'units', 'inactive-days', ...EXPECTED_FIGURES],
  orders: ['revenue', 'units', 'lines'],
} as const;

/** What lists can be ranked by; `last-order` of an order is its day. */
export const RANKED_BY = {
  customers: [...KEPT_BY.customers, 'first-order', 'last-order'],
  orders: [...KEPT_BY.orders, 'day', 'last-order'],
} as const;
