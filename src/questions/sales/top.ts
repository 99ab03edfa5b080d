import { breakdownAnswer } from '../parts/breakdown-answer.js';
import type { Question } from '../question.js';

const DEFAULT_LIMIT = 10;

/** The largest values of a dimension by revenue. */
const top: Question = {
  family: 'sales',
  name: 'top',
  phrases: [
    'top {dimensions}',
    'top {dimensions} by revenue',
    'best {dimensions}',
    'biggest {dimensions}',
    'largest {dimensions}',
  ],
  takes: ['limit', 'period', 'filters'],
  summary: 'The largest countries, products, customers, ... by revenue',
  examples: ['top-countries', 'top-products 5', 'top-customers last quarter'],
  answer: (asked, shop) => {
    if (!asked.dimension) throw new Error('top needs a dimension');
    return breakdownAnswer({ ...asked, dimension: asked.dimension }, shop, asked.limit ?? DEFAULT_LIMIT);
  },
};
export default top;
