import {
  averageLine,
  averageOrderValue,
  averageRating,
  customers,
  lines,
  type Measure,
  orders,
  quantity,
} from '../../measures/measures.js';

/** A list of phrases as it is written: `by, per, each`. */
export const list = (words: string): readonly string[] => words.trim().split(/,\s+/);

/**
 * Words that carry no meaning here. What is in no list must be a value, or the question is not understood.
 */
export const FILLERS = new Set(
  list(
    `
      a, an, the, this, that, these, those, it, its, there, their, them, they, i, me, my, mine, we, us, our,
      ours, you, your, please, show, show me, give, give me, tell, tell me, list, display, get, let, lets,
      see, find, want, need, know, like, would, could, can, may i, should, do, does, did, doing, done, is,
      are, was, were, be, been, being, am, have, has, had, having, what, whats, which, whose, when, how,
      how many, how much, how is, how did, many, much, in, of, on, at, to, from, for, with, about, into, as,
      so, then, also, now, ever, hi, hello, hey, thanks, thank you, us, any, all, all time, everything,
      some, each of, out, up, down, buy, buys, bought, buying, bring, brings, brought, bringing, generate,
      generates, generated, generating, came, come, comes, coming, go, goes, went, happen, happened,
      perform, performed, performing, performance, look, looks, looking, chart, charts, graph, plot, table,
      report, data, figure, figures, number, numbers, result, results, value, values, breakdown, break,
      broken, break down, broken down, split, splits, grouped, group, ranked, rank, ranking, sorted, sort,
      spend, spends, spent, spending, place, placed, overall, altogether, right now, currently, current,
      looking like, work, works, worked, worth, view, quick, quickly, exactly, ours, shop, business,
      company, here, id, im, ive, analysis, analyse, analyze, stats, statistics, metric, metrics, kpi, ask,
      rfm
    `,
  ),
);
export const JOINERS = new Set(list('and, or, &, as well as'));
export const BY = new Set(
  list(
    `
      by, per, each, every, across, for each, for every, according to, split by, grouped by, depending on,
      in terms of, broken down by
    `,
  ),
);
export const NOT = new Set(
  list(
    `
      without, excluding, exclude, except, except for, excl, not, no, not in, other than, apart from,
      but not, ignoring, leaving out, minus, all but, but, non, outside, outside of
    `,
  ),
);
export const FROM = new Set(list('from, left, leaving, out of'));
export const VERSUS = new Set(
  list('vs, versus, against, compared to, compared with, in comparison to, in comparison with'),
);
export const REVENUE = new Set(
  list(
    `
      revenue, revenues, make, makes, making, made, sell, sells, sold, selling, earn, earned,
      how are we doing, how is business, how is it going, sales, sale, turnover, takings, money,
      income from sales, amount, gmv, earnings, sales revenue, sales amount, total revenue, total sales,
      share of revenue, revenue share, share, shares
    `,
  ),
);
/** Names of measures besides their own, in the singular. */
export const MEASURES: readonly (readonly [Measure, readonly string[]])[] = [
  [
    orders,
    list(
      `
        order, how many order, how many purchase, how many transaction, how many invoice, purchase,
        transaction, invoice, order count, number of order, count of order, order number, sales count,
        number of sale, number of purchase, number of transaction, number of invoice
      `,
    ),
  ],
  [
    customers,
    list(
      `
        customer, how many customer, how many buyer, how many client, how many people, buyer, client,
        shopper, customer count, number of customer, count of customer, unique customer, distinct customer,
        number of buyer, number of client
      `,
    ),
  ],
  [
    quantity,
    list(
      `
        quantity, items sold, articles sold, goods sold, how many unit, how many item, how many piece, unit,
        unit sold, item sold, piece, volume, units of sale, number of unit, number of item, sold unit,
        sales volume, piece sold, quantity sold
      `,
    ),
  ],
  [
    averageOrderValue,
    list(
      `
        average order value, aov, average order, avg order, avg order value, mean order value, mean order,
        order value, average order size, order size, basket size, basket value, average basket,
        average basket size, average basket value, average spend per order, average ticket, ticket size,
        revenue per order, sales per order, spend per order, spending per order, money per order,
        revenue an order
      `,
    ),
  ],
  [
    averageLine,
    list(
      `
        average line, avg line, average line value, mean line, line value, average order line,
        average line amount, average deal, mean deal, average deal size, avg deal size, mean deal size,
        average size of deal
      `,
    ),
  ],
  [lines, list('line, order line, line item, number of line, line count, order item, number of order line')],
  [
    averageRating,
    list(
      'average rating, avg rating, mean rating, rating, star, review score, customer rating, satisfaction',
    ),
  ],
];
export const NUMBERS = list(
  'two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, fifteen, twenty',
);
export const NUMBER_VALUES = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20];

export const SAME_AS_DIMENSION: ReadonlySet<string> = new Set([
  'customer',
  'buyer',
  'client',
  'shopper',
  'line',
]);

/** Words of their own, which are no misspellings of ours. */
export const OWN_WORDS: ReadonlySet<string> = new Set(
  list(
    `
      next, future, first, latest, worth, there, where, more, less, over, under, than, other, others,
      select, delete, update, insert, drop, proto
    `,
  ),
);
