import { type Answer, answerOf } from '../core/answer/answer.js';
import type { Frame } from './context.js';
import { canonical } from './declaration.js';
import type { Asked } from './question.js';
import type { ShopView } from './shop.js';

/** What every answer has: how it is asked again, what it covers, what limits it. */
export function sketch(
  asked: Asked,
  context: Pick<Frame, 'covers' | 'dataThrough' | 'notes'>,
  shop: ShopView,
  title: string,
): Pick<Answer, 'question' | 'title' | 'scope' | 'dataThrough' | 'currency' | 'notes'> {
  return {
    question: canonical(asked),
    title,
    scope: context.covers,
    dataThrough: context.dataThrough,
    currency: shop.currency,
    notes: context.notes,
  };
}

/** The answer where nothing was sold in scope, with where there is something. */
export function nothingSold(base: ReturnType<typeof sketch>, frame: Frame): Answer {
  return answerOf({
    ...base,
    headline: `Nothing was sold: ${frame.text}.`,
    notes: [...frame.notes, { kind: 'dataCovers', range: frame.data }],
    followUps: ['sales', 'sales trend'],
  });
}
