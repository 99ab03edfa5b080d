import { breakdownAnswer } from '../../../answering/breakdown/answer.js';
import { defineQuestion } from '../../../answering/question.js';
import { pairsAnswer } from './pairs-answer.js';

/** All measures by every value of a dimension, or of two. */
const by = defineQuestion({
  family: 'sales',
  name: 'by',
  helpOrder: 5,
  words: [],
  impliedBy: ['dimension'],
  optional: ['second', 'measure', 'limit', 'period', 'filters'],
  summary: 'Sales by any dimension, or two: product line, deal size, status, region, weekday, ...',
  examples: [
    'by product-line',
    'by country {year}',
    'orders by deal-size',
    'by product-line and country',
    'by weekday',
  ],
  answer: (query, shop) => {
    const { dimension, second } = query;
    if (!dimension) throw new Error('by needs a dimension');
    return second
      ? pairsAnswer({ ...query, dimension, second }, shop)
      : breakdownAnswer({ ...query, dimension }, shop, { limit: query.limit });
  },
});
export default by;
