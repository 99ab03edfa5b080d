import { breakdownAnswer } from '../../../answering/breakdown/answer.js';
import { plurals } from '../../../answering/grouping-fields.js';
import { defineQuestion } from '../../../answering/question.js';
import { kebab } from '../../../core/text/words.js';

const DEFAULT_LIMIT = 10;

/** The largest values of a dimension by revenue or another measure. */
const top = defineQuestion({
  family: 'sales',
  name: 'top',
  place: 3,
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
  needs: ['dimension'],
  takes: ['measure', 'limit', 'period', 'filters'],
  ranks: true,
  say: ({ dimension, measure }) => ({
    text: `top-${dimension ? plurals(dimension) : ''}${measure ? ` by ${kebab(measure.key)}` : ''}`,
    says: ['dimension', 'measure'],
  }),
  summary: 'The largest countries, products, customers, months, ... by revenue or another measure',
  examples: [
    'top-countries',
    'top-products 5',
    'top-customers last quarter',
    'top-countries by orders',
    'top-months',
  ],
  answer: (asked, shop) => {
    if (!asked.dimension) throw new Error('top needs a dimension');
    return breakdownAnswer({ ...asked, dimension: asked.dimension }, shop, {
      limit: asked.limit ?? DEFAULT_LIMIT,
    });
  },
});
export default top;
