import { type AnswerContext, answerContext } from '../../../answering/context.js';
import { followUps, SEGMENTS, sales } from '../../../answering/follow-ups.js';
import { defineQuestion, type ParsedQuery } from '../../../answering/question.js';
import type { ShopView } from '../../../answering/shop.js';
import { nothingSold, skeleton } from '../../../answering/skeleton.js';
import { answerOf } from '../../../core/answer/answer.js';
import { findingsOf } from '../../../core/answer/finding-rules.js';
import { formatFor, plural } from '../../../core/answer/format.js';
import { type Note, remark } from '../../../core/answer/notes.js';
import { isoOf } from '../../../core/calendar/days.js';
import { type Grain, showPeriod } from '../../../core/calendar/grain.js';
import { ShopkeeperError } from '../../../core/errors.js';
import { COHORT_FIGURES, type CohortFigure, cohortsOf, standingOut } from '../../../measures/cohorts.js';
import { countCohorts } from '../../../store/scope/cohorts.js';
import { hasCustomers } from '../../../store/tables/customers.js';
import { COHORT_RULES, type CohortFacts } from './findings.js';
import { cohortHeadline } from './headline.js';
import { cohortChart, cohortTable, FIGURE_NAMES } from './shown.js';

/** What became of the new customers of each month: who came back, and what they brought. */
const cohorts = defineQuestion({
  family: 'sales',
  name: 'cohorts',
  helpOrder: 10.5,
  words: [
    'cohorts',
    'cohort',
    'cohort retention',
    'cohorts retention',
    'retention cohorts',
    'cohort analysis',
    'cohort table',
    'customer cohorts',
    'retention by cohort',
    'retention by cohorts',
    'retention by month of first order',
    'retention by first order month',
    'retention by first order',
    'retention by month of first purchase',
    'retention table',
    'retention curve',
  ],
  figures: {
    customers: ['cohort customers', 'customers by cohort', 'cohorts by customers'],
    revenue: [
      'cohort revenue',
      'cohort sales',
      'revenue cohorts',
      'revenue by cohort',
      'sales by cohort',
      'cohorts by revenue',
      'cohorts revenue',
      'revenue by month of first order',
    ],
    orders: ['cohort orders', 'orders by cohort', 'cohorts by orders', 'orders by month of first order'],
    value: [
      'cohort value',
      'value by cohort',
      'cohorts by value',
      'cohort ltv',
      'ltv by cohort',
      'lifetime value by cohort',
      'cumulative value by cohort',
      'cumulative revenue by cohort',
      'value per customer by cohort',
    ],
  },
  optional: ['grain', 'figure', 'period', 'filters'],
  redundantWith: ['customer', 'customers'],
  summary:
    'New customers by month (week, quarter, year) of first order: who comes back, orders, revenue, value',
  examples: ['cohorts', 'cohort-value', 'cohort-revenue by quarter', 'cohorts {year}'],
  canonicalText: ({ figure, grain }) => ({
    text: [
      figure && figure !== 'retention' ? `cohort-${figure}` : 'cohorts',
      grain && grain !== 'month' ? `by ${grain}` : '',
    ]
      .filter(part => part !== '')
      .join(' '),
    includes: ['figure', 'grain'],
  }),

  canAnswer: (_query, store) => hasCustomers(store),

  async answer(query, shop) {
    const context = await answerContext(query, shop);
    const figure = COHORT_FIGURES.find(name => name === query.figure) ?? 'retention';
    const base = skeleton(query, context, shop, `Cohorts: ${FIGURE_NAMES[figure].toLowerCase()}`);
    if (!(await hasCustomers(shop.store)))
      throw new ShopkeeperError(
        'The sales name no customers, so nobody can be seen to come back.',
        'Load a file with a customer id, name or e-mail column.',
      );
    if (query.grain === 'day')
      throw new ShopkeeperError(
        'Cohorts are of weeks, months, quarters or years: a day has too few new customers.',
        'Ask `sales cohorts by week`.',
      );
    const grain = query.grain ?? 'month';
    const { data, days } = context;
    if (days.from > days.to) return nothingSold(base, context, query, shop);
    const counted = await countCohorts(shop.store, { filters: query.filters }, data, grain);
    const all = cohortsOf(counted, days, data);
    if (all.every(({ size }) => size === 0)) return nobodyNew(base, query, shop, context);
    const facts = factsOf(all, { grain, figure, data, currency: shop.currency });
    const findings = findingsOf(COHORT_RULES, facts);
    const headline = cohortHeadline(facts);
    return answerOf({
      ...base,
      headline,
      ...cohortTable(facts),
      keepLast: true,
      charts: cohortChart(facts, headline.split(/[:;(]/)[0]?.replace(/\.$/, '').trim() ?? headline, context),
      observations: findings.observations,
      actions: findings.actions,
      notes: [
        ...notesOf(facts, query, context, counted.leftOut),
        ...findings.notes.map(remark),
        ...base.notes,
      ],
      followUps: followUps(shop, query, [
        ...COHORT_FIGURES.filter(other => other !== figure && other !== 'customers')
          .slice(0, 3)
          .map(other => sales('cohorts', { figure: other, grain, label: FIGURE_NAMES[other] })),
        sales('repeat'),
        SEGMENTS,
      ]),
    });
  },
});
export default cohorts;

const nobodyNew = (
  base: ReturnType<typeof skeleton>,
  query: ParsedQuery,
  shop: ShopView,
  { text }: AnswerContext,
) =>
  answerOf({
    ...base,
    headline: `Nobody placed a first order: ${text}.`,
    followUps: followUps(shop, query, [
      sales('cohorts', { period: undefined, filters: [] }),
      sales('totals'),
    ]),
  });

function factsOf(
  all: ReturnType<typeof cohortsOf>,
  given: {
    readonly grain: Grain;
    readonly figure: CohortFigure;
    readonly data: AnswerContext['data'];
    readonly currency: string;
  },
): CohortFacts {
  const { grain, figure, data, currency } = given;
  // Who came in the first period of the data may have been a customer before.
  const fresh = all.filter(({ period }) => period.from > data.from);
  return {
    format: formatFor(currency),
    grain,
    figure,
    cohorts: all,
    fresh,
    ...standingOut(fresh),
    name: ({ period }) => showPeriod(grain, period.from),
  };
}

function notesOf(
  { cohorts: all, grain, fresh, name }: CohortFacts,
  { filters }: ParsedQuery,
  { data }: AnswerContext,
  leftOut: number,
): Note[] {
  const [first, last] = [all[0], all.at(-1)];
  const verb = leftOut === 1 ? 'is' : 'are';
  const isCut = last !== undefined && all.some(({ wholeAges, customers }) => wholeAges < customers.length);
  return [
    ...(first && fresh.length < all.length && first.size > 0
      ? [
          remark(
            `The data begins on ${isoOf(data.from)}: who ordered before that counts as new in ` +
              `${name(first)}, which is left out of averages and comparisons.`,
          ),
        ]
      : []),
    ...(isCut
      ? [
          remark(
            `The data ends on ${isoOf(data.to)}: the last figure of each row is of a part of a ${grain}, ` +
              'and not in the chart.',
          ),
        ]
      : []),
    ...(filters.length > 0
      ? [
          remark(
            'A first order is the first of all orders; customers are counted if it was ' +
              `in the same ${grain} that they first bought what the filter keeps.` +
              (leftOut > 0
                ? ` ${plural(leftOut, 'customer')} who bought it only later ${verb} left out.`
                : ''),
          ),
        ]
      : []),
  ];
}
