import type { Answer } from '../core/answer/answer.js';
import type { FollowUp } from '../core/answer/follow-up.js';
import { isOfOrders } from '../measures/measures.js';
import { recordedIn } from '../measures/recorded.js';
import { hasBuyers } from '../store/scope/bought-before.js';
import { CUSTOMER } from './grouping-fields.js';
import type { ParsedQuery } from './question.js';
import type { ShopView } from './shop.js';

/** The follow-ups that this shop's data can answer: a shop may have no products, or no customers. */
export async function askable(followUps: readonly FollowUp[], view: ShopView): Promise<FollowUp[]> {
  const can: FollowUp[] = [];
  // One after another: a transaction has one connection.
  for (const followUp of followUps) if (await view.isAskable(followUp.text)) can.push(followUp);
  return can;
}

/** Answers with only those follow-ups that can be asked. */
export async function offeringAskable<A extends Answer>(answers: readonly A[], view: ShopView): Promise<A[]> {
  const offered: A[] = [];
  for (const answer of answers) offered.push({ ...answer, followUps: await askable(answer.followUps, view) });
  return offered;
}

/**
 * Whether the data holds what a query needs. Sales by customer need customers, counts of orders need orders,
 * and segments some who bought.
 */
export async function hasDataFor(query: ParsedQuery, { store }: Pick<ShopView, 'store'>): Promise<boolean> {
  const { question, dimension, second, measure } = query;
  if (question.family === 'segment' && !(await hasBuyers(store))) return false;
  if ((dimension === CUSTOMER || second === CUSTOMER) && !(await recordedIn(store)).customers) return false;
  if (measure && isOfOrders(measure) && !(await recordedIn(store)).orders) return false;
  return (await question.canAnswer?.(query, store)) ?? true;
}
