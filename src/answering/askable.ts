import type { Answer } from '../core/answer/answer.js';
import type { ShopView } from './shop.js';

/** The texts that this shop's data can answer: a shop may have no products, or no customers. */
export async function askable(texts: readonly string[], view: ShopView): Promise<string[]> {
  const can: string[] = [];
  // One after another: a transaction has one connection.
  for (const text of texts) if (await view.isAskable(text)) can.push(text);
  return can;
}

/** Answers with only those follow-ups that can be asked. */
export async function offeringAskable<A extends Answer>(answers: readonly A[], view: ShopView): Promise<A[]> {
  const offered: A[] = [];
  for (const answer of answers) offered.push({ ...answer, followUps: await askable(answer.followUps, view) });
  return offered;
}
