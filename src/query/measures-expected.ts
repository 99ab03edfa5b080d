import { major, type QueryMeasure, ratio } from './measure.js';

/** What is expected of customers in the 12 months to come: docs/lifetime-value.md. */
export const EXPECTED: readonly QueryMeasure[] = [
  {
    key: 'expected-orders',
    label: 'Expected orders',
    unit: 'number',
    nouns: ['expected order', 'expected orders'],
    formula: 'orders that BG/NBD expects of the customers in the next 12 months',
    needs: ['customers'],
    isExpected: true,
    addsUp: false,
    of: f => Math.round(f.expected.orders * 100) / 100,
  },
  {
    key: 'probability-alive',
    label: 'Still customers',
    unit: 'share',
    nouns: ['of repeat customers still there', 'of repeat customers still there'],
    formula: 'the mean probability (BG/NBD) that customers with a repeat order have not left',
    needs: ['customers'],
    isExpected: true,
    addsUp: false,
    isRatio: true,
    of: f => ratio(f.expected.alive, f.expected.repeaters),
  },
  {
    key: 'lifetime-value',
    label: 'Expected value',
    unit: 'money',
    formula:
      'expected orders of the next 12 months x expected order value (Gamma-Gamma), discounted by 10 % a year',
    needs: ['customers'],
    isExpected: true,
    addsUp: false,
    of: (f, currency) => major(f.expected.value, currency),
  },
];
