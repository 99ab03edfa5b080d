import { breakdownAnswer } from '../../../answering/breakdown/answer.js';
import { plurals } from '../../../answering/grouping-fields.js';
import { defineQuestion } from '../../../answering/question.js';
import { kebab } from '../../../core/text/words.js';

const DEFAULT_LIMIT = 10;

/** The smallest values of a dimension by revenue or another measure. */
const bottom = defineQuestion({
  family: 'sales',
  name: 'bottom',
  place: 4,
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
  needs: ['dimension'],
  takes: ['measure', 'limit', 'period', 'filters'],
  ranks: true,
  say: ({ dimension, measure }) => ({
    text: `bottom-${dimension ? plurals(dimension) : ''}${measure ? ` by ${kebab(measure.key)}` : ''}`,
    says: ['dimension', 'measure'],
  }),
  summary: 'The smallest of them',
  examples: ['bottom-products', 'bottom-countries 5', 'bottom-months'],
  answer: (asked, shop) => {
    if (!asked.dimension) throw new Error('bottom needs a dimension');
    return breakdownAnswer({ ...asked, dimension: asked.dimension }, shop, {
      limit: asked.limit ?? DEFAULT_LIMIT,
      isBottom: true,
    });
  },
});
export default bottom;
