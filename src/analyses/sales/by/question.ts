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
  required: ['dimension'],
  optional: ['second', 'measure', 'limit', 'period', 'filters'],
  summary: 'Sales by any dimension, or two: product line, deal size, status, region, weekday, ...',
  examples: [
    'by product-line',
    'by country {year}',
    'orders by deal-size',
    'by product-line and country',
    'by weekday',
  ],
  answer: (query, shop) =>
    query.second
      ? pairsAnswer({ ...query, second: query.second }, shop)
      : breakdownAnswer(query, shop, { limit: query.limit }),
});
export default by;
