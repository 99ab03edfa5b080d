import { composeDigest, type Digest, defaultAsOf } from './compose/compose.js';
import { withLate } from './compose/ledger.js';
import { readAsked, type SubscriptionDesk } from './subscriptions/subscribe.js';

/**
 * Composes the digest that a text asks for, as of the day that it names or of today. It is made of a dozen answers: few
 * should be composed at a time.
 * @throws ShopkeeperError, NotUnderstood if a part of the text cannot be
 */
export async function digestAsked(
  text: string,
  desk: Pick<SubscriptionDesk, 'shop' | 'digests' | 'now'>,
): Promise<Digest> {
  const { shop } = desk;
  const { asOf, ...request } = await readAsked(text, desk);
  const digest = await composeDigest(shop, asOf ?? (await defaultAsOf(shop)), request);
  return shop.read(({ store, currency }) => withLate(digest, store, currency));
}
