import { type Answer, answerOf } from '../core/answer/answer.js';
import { type Measure, nothingToAverage } from '../measures/measures.js';
import type { AnswerContext } from './context.js';
import { canonical } from './declaration.js';
import { followUps, sales } from './follow-ups.js';
import type { ParsedQuery } from './question.js';
import type { ShopView } from './shop.js';

/** What every answer has: how it is asked again, what it covers, what limits it. */
export function skeleton(
  query: ParsedQuery,
  context: Pick<AnswerContext, 'covers' | 'dataThrough' | 'notes'>,
  shop: ShopView,
  title: string,
): Pick<Answer, 'question' | 'title' | 'scope' | 'dataThrough' | 'currency' | 'notes'> {
  return {
    question: canonical(query),
    title,
    scope: context.covers,
    dataThrough: context.dataThrough,
    currency: shop.currency,
    notes: context.notes,
  };
}

/** The answer if no line has the figure that an average is of, such as a rating. */
export const withoutAverage = (
  base: ReturnType<typeof skeleton>,
  measure: Measure,
  query: ParsedQuery,
  shop: ShopView,
): Answer =>
  answerOf({
    ...base,
    headline: nothingToAverage(measure),
    followUps: followUps(shop, query, [sales('totals')]),
  });

/**
 * The answer if nothing was sold in scope. It offers totals and trend without the period, or if none was
 * asked for, without the filters.
 */
export function nothingSold(
  base: ReturnType<typeof skeleton>,
  context: AnswerContext,
  query: ParsedQuery,
  shop: ShopView,
): Answer {
  const wider = query.period ? { period: undefined } : { filters: [] };
  return answerOf({
    ...base,
    headline: `Nothing was sold: ${context.text}.`,
    notes: [...context.notes, { kind: 'dataCovers', range: context.data }],
    followUps: followUps(shop, query, [sales('totals', wider), sales('trend', wider)]),
  });
}
