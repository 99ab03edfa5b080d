import { NotPermitted } from '../../access/permitted.js';
import { ShopkeeperError } from '../../core/errors.js';
import type { SlackContext } from './context.js';

/** What decides who may be sent a digest. */
export type ReaderContext = Pick<SlackContext, 'permissions' | 'access' | 'installation' | 'isSeenOutside'>;

/** Ids of people, as opposed to those of conversations. */
const PERSON = /^[UW]/;

/**
 * Checks that the app answers a person: somebody who got digests may have become a guest, or left.
 * @param id a person, or a conversation, of which Slack does not say whose it is
 * @throws NotPermitted; ShopkeeperError if Slack does not say who they are, which may pass
 */
export async function mustBeAnswered(
  id: string,
  { access, installation }: Pick<ReaderContext, 'access' | 'installation'>,
): Promise<void> {
  if (!PERSON.test(id)) return;
  const home = await installation().catch(() => undefined);
  const verdict = await access.check({ user: id, teams: home ? [home.teamId] : [] });
  if (verdict.isAllowed) return;
  const { reason } = verdict;
  if (reason === 'unknown person' || reason === 'unknown workspace')
    throw new ShopkeeperError('Slack did not say who the digest is for.');
  throw new NotPermitted(
    `The digest is for somebody whom I do not answer (${reason})`,
    'Remove the subscription, or send it to a member of this workspace.',
  );
}
