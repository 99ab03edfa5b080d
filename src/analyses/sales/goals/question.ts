import { answerContext } from '../../../answering/context.js';
import { defineQuestion } from '../../../answering/question.js';
import { skeleton } from '../../../answering/skeleton.js';
import { answerOf } from '../../../core/answer/answer.js';
import { formatFor, plural } from '../../../core/answer/format.js';
import { remark } from '../../../core/answer/notes.js';
import { GOAL_EXAMPLE, goalsOf } from '../../../query/goals/goals.js';
import { goalSentences, goalTable, stateCounts } from '../../../query/goals/shown.js';

const OWN_GOAL = 'A query takes a goal of your own: `sales measure:revenue period:"this year" goal:100000`.';

/** The goals that were set, and where each stands. */
const goals = defineQuestion({
  family: 'sales',
  name: 'goals',
  helpOrder: 11,
  words: ['goals', 'targets'],
  optional: [],
  summary: 'The goals that were set: how much is reached, the pace, and what it takes a day',
  examples: ['goals'],
  canonicalText: () => ({ text: 'goals', includes: [] }),

  async answer(query, shop) {
    const context = await answerContext(query, shop);
    const format = formatFor(shop.currency);
    const base = skeleton(query, context, shop, 'Goals');
    // A goal is of the whole shop; held against a part of it, it would look missed.
    if (shop.part)
      return answerOf({
        ...base,
        headline: 'Goals are of the whole shop, and you may see a part of it here.',
        notes: [...base.notes, remark(OWN_GOAL)],
      });
    const all = await goalsOf(shop);
    if (all.length === 0)
      return answerOf({
        ...base,
        headline: 'No goals are set.',
        notes: [
          ...base.notes,
          remark(`To set one: \`shopkeeper ${GOAL_EXAMPLE}\`, or in Slack \`/digest ${GOAL_EXAMPLE}\`.`),
        ],
      });
    return answerOf({
      ...base,
      headline: `${plural(all.length, 'goal')}: ${stateCounts(all)}.`,
      ...goalTable(all),
      observations: goalSentences(all, format),
      notes: [
        ...base.notes,
        remark('The pace is even through the days of a goal: seasons are not reckoned with.'),
      ],
    });
  },
});
export default goals;
