import { breakdownAnswer } from '../parts/breakdown-answer.js';
import type { Question } from '../question.js';

/** Revenue and all other measures by every value of a dimension. */
const by: Question = {
  family: 'sales',
  name: 'by',
  words: [],
  wordless: ['dimension'],
  takes: ['measure', 'limit', 'period', 'filters'],
  summary: 'Sales by any dimension: product line, deal size, status, region, ...',
  examples: ['by product-line', 'by country 2004', 'by deal-size'],
  answer: (asked, shop) => {
    if (!asked.dimension) throw new Error('by needs a dimension');
    return breakdownAnswer({ ...asked, dimension: asked.dimension }, shop, asked.limit);
  },
};
export default by;
