import { breakdownAnswer } from '../../../answering/breakdown/answer.js';
import { plurals } from '../../../answering/grouping-fields.js';
import { defineQuestion } from '../../../answering/question.js';
import { kebab } from '../../../core/text/words.js';

const DEFAULT_LIMIT = 10;

/** The smallest values of a dimension by revenue or another measure. */
const bottom = defineQuestion({
  family: 'sales',
  name: 'bottom',
  helpOrder: 4,
  words: [
    'bottom',
    'quietest',
    'worst',
    'lowest',
    'least',
    'smallest',
    'weakest',
    'fewest',
    'poorest',
    'worst selling',
    'least popular',
    'worst performing',
    'lowest selling',
    'slowest',
  ],
  required: ['dimension'],
  optional: ['measure', 'limit', 'period', 'filters'],
  isRanking: true,
  canonicalText: ({ dimension, measure }) => ({
    text: `bottom-${dimension ? plurals(dimension) : ''}${measure ? ` by ${kebab(measure.key)}` : ''}`,
    includes: ['dimension', 'measure'],
  }),
  summary: 'The smallest countries, products, customers, months, ... by revenue or another measure',
  examples: ['bottom-products', 'bottom-countries 5', 'bottom-months'],
  answer: (query, shop) =>
    breakdownAnswer(query, shop, {
      limit: query.limit ?? DEFAULT_LIMIT,
      isBottom: true,
    }),
});
export default bottom;
