import { composeDigest, defaultAsOf } from '../compose/compose.js';
import type { Digest } from '../compose/digest.js';
import { withLate } from '../compose/ledger.js';
import { readPreviewRequest, type SubscriptionView } from './subscribe.js';

/**
 * Composes the digest requested by a text, as of the day given there or today. It consists of a dozen
 * answers, so only a few digests should be composed at a time.
 * @throws ShopkeeperError, NotUnderstood if a part of the text is not understood
 */
export async function composeRequested(
  text: string,
  view: Pick<SubscriptionView, 'shop' | 'digests' | 'now'>,
): Promise<Digest> {
  const { shop } = view;
  const { asOf, ...request } = await readPreviewRequest(text, view);
  const digest = await composeDigest(shop, asOf ?? (await defaultAsOf(shop)), request);
  return shop.read(({ store, currency }) => withLate(digest, store, currency));
}
