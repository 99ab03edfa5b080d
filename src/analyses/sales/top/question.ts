import { breakdownAnswer } from '../../../answering/breakdown/answer.js';
import { plurals } from '../../../answering/grouping-fields.js';
import { defineQuestion } from '../../../answering/question.js';
import { kebab } from '../../../core/text/words.js';

const DEFAULT_LIMIT = 10;

/** The largest values of a dimension by revenue or another measure. */
const top = defineQuestion({
  family: 'sales',
  name: 'top',
  helpOrder: 3,
  words: [
    'top',
    'busiest',
    'best',
    'biggest',
    'largest',
    'highest',
    'most',
    'leading',
    'strongest',
    'greatest',
    'main',
    'best selling',
    'bestselling',
    'top selling',
    'most valuable',
    'most important',
    'most popular',
    'best performing',
  ],
  required: ['dimension'],
  optional: ['measure', 'limit', 'period', 'filters'],
  isRanking: true,
  canonicalText: ({ dimension, measure }) => ({
    text: `top-${dimension ? plurals(dimension) : ''}${measure ? ` by ${kebab(measure.key)}` : ''}`,
    includes: ['dimension', 'measure'],
  }),
  summary: 'The largest countries, products, customers, months, ... by revenue or another measure',
  examples: [
    'top-countries',
    'top-products 5',
    'top-customers last quarter',
    'top-countries by orders',
    'top-months',
  ],
  answer: (query, shop) =>
    breakdownAnswer(query, shop, {
      limit: query.limit ?? DEFAULT_LIMIT,
    }),
});
export default top;
