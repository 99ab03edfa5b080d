import { minorDigits } from '../core/money/currencies.js';
import { median } from '../core/statistics.js';
import { perUnit, type QueryMeasure, ratio } from './measure.js';

/** Rates, averages and what an order, a line, a customer and a unit come to. */
export const AVERAGES: readonly QueryMeasure[] = [
  {
    key: 'repeat-rate',
    label: 'Repeat rate',
    unit: 'share',
    nouns: [
      'of customers had ordered before or ordered again',
      'of customers had ordered before or ordered again',
    ],
    formula: 'customers with a second or later order among the orders / customers with an order',
    parts: ['later', 'buying'],
    needs: ['customers'],
    addsUp: false,
    of: f => ratio(f.of('later').customers, f.of('buying').customers),
  },
  {
    key: 'average-order',
    label: 'Avg order',
    unit: 'money',
    nouns: ['an order', 'an order'],
    formula: 'revenue / orders',
    addsUp: false,
    of: (f, currency) => perUnit(f.of('all').revenue, f.of('all').orders, currency),
  },
  {
    key: 'median-order',
    label: 'Median order',
    unit: 'money',
    nouns: ['for the median order', 'for the median order'],
    formula: 'the middle of what the orders come to',
    needsOrderTotals: true,
    addsUp: false,
    of: (f, currency) => {
      const middle = median(f.orderTotals);
      return middle === null ? null : Math.round(middle) / 10 ** minorDigits(currency);
    },
  },
  {
    key: 'average-line',
    label: 'Avg line',
    unit: 'money',
    nouns: ['a line', 'a line'],
    formula: 'revenue / lines',
    addsUp: false,
    of: (f, currency) => perUnit(f.of('all').revenue, f.of('all').lines, currency),
  },
  {
    key: 'units-per-order',
    label: 'Units per order',
    unit: 'number',
    nouns: ['units per order', 'units per order'],
    formula: 'units / orders',
    needs: ['quantity'],
    addsUp: false,
    of: f => ratio(f.of('all').quantity / 1000, f.of('all').orders, 4),
  },
  {
    key: 'lines-per-order',
    label: 'Lines per order',
    unit: 'number',
    nouns: ['lines per order', 'lines per order'],
    formula: 'lines / orders',
    addsUp: false,
    of: f => ratio(f.of('all').lines, f.of('all').orders, 4),
  },
  {
    key: 'revenue-per-customer',
    label: 'Revenue per customer',
    unit: 'money',
    nouns: ['per customer', 'per customer'],
    formula: 'revenue of lines with a customer / customers',
    parts: ['known'],
    needs: ['customers'],
    addsUp: false,
    of: (f, currency) => perUnit(f.of('known').revenue, f.of('known').customers, currency),
  },
  {
    key: 'orders-per-customer',
    label: 'Orders per customer',
    unit: 'number',
    nouns: ['orders per customer', 'orders per customer'],
    formula: 'orders with a customer / customers with an order',
    parts: ['buying'],
    needs: ['customers'],
    addsUp: false,
    of: f => ratio(f.of('buying').orders, f.of('buying').customers, 4),
  },
  {
    key: 'price-per-unit',
    label: 'Price per unit',
    unit: 'money',
    nouns: ['a unit', 'a unit'],
    formula: 'revenue / units',
    needs: ['quantity'],
    addsUp: false,
    of: (f, currency) => perUnit(f.of('all').revenue * 1000, f.of('all').quantity, currency),
  },
];
