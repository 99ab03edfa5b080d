import type { Shop } from '../answering/shop.js';
import type { Answer } from '../core/answer/answer.js';
import { isAskable } from './parse.js';

/** Those texts that this shop's data can answer: a shop may have no products, or no customers. */
export async function askable(texts: readonly string[], shop: Shop): Promise<string[]> {
  const can: string[] = [];
  // One after another: a transaction has one connection.
  for (const text of texts) if (await isAskable(text, shop)) can.push(text);
  return can;
}

/** Answers that offer only what can be asked. */
export async function offeringAskable<A extends Answer>(answers: readonly A[], shop: Shop): Promise<A[]> {
  const own: A[] = [];
  for (const answer of answers) own.push({ ...answer, followUps: await askable(answer.followUps, shop) });
  return own;
}
