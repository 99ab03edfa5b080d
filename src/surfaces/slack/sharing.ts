import type { KnownBlock } from '@slack/types';
import { hasContacts } from '../../access/contacts.js';
import { mustHave, NotPermitted } from '../../access/permitted.js';
import { firstMissing, type Rights } from '../../access/rights.js';
import { type Answer, isForAskerAlone, namesCustomers } from '../../core/answer/answer.js';
import { shareButton } from './blocks/share-button.js';
import type { SlackContext } from './context.js';

/** What it takes to show names of customers where they are private: to see them, and to post to channels. */
const SHARING = ['customers', 'digests'] as const;

/**
 * @param isSeenOutside whether people of other workspaces would see it
 * @throws NotPermitted
 */
export function mustShare(rights: Rights, isSeenOutside: boolean): void {
  mustHave(rights, SHARING);
  if (isSeenOutside)
    throw new NotPermitted(
      'People of other workspaces are in this channel, so customers are not named here',
      'Share it in a channel of your own workspace.',
    );
}

/**
 * Whether people of other workspaces, who may not, would see an answer where it was asked for.
 * @param place `hasExternalPeople` if Slack's event said that they are there
 */
export const wouldBeSeenOutside = async (
  place: Pick<Asked, 'channel' | 'hasExternalPeople'> & { readonly isShared: boolean },
  { allowsExternal, isSeenOutside }: Pick<SlackContext, 'allowsExternal' | 'isSeenOutside'>,
): Promise<boolean> =>
  place.isShared &&
  !allowsExternal &&
  (place.hasExternalPeople === true || (await isSeenOutside(place.channel)));

/** Where an answer was asked for that went to the asker alone. */
interface Asked {
  readonly user: string | undefined;
  readonly channel: string | undefined;
  readonly hasExternalPeople?: boolean;
  readonly message?: { readonly threadTs?: string | undefined };
}

/**
 * The button *Share here*, for those who may show an answer to everybody where they asked. Files, profiles
 * and e-mail addresses are never shared.
 */
export function shareRow(
  { user, channel, message, hasExternalPeople }: Asked,
  answer: Answer,
  rights: Rights,
  isSeenOutside: boolean,
): KnownBlock | undefined {
  const isOfOthers = channel !== undefined && !channel.startsWith('D') && user !== undefined;
  const isPrivateHere = rights.customers === 'private' && namesCustomers(answer);
  if (!isOfOthers || !isPrivateHere || hasExternalPeople || isSeenOutside) return undefined;
  if (isForAskerAlone(answer) || hasContacts(answer) || firstMissing(rights, SHARING)) return undefined;
  const thread = message?.threadTs;
  return shareButton({ question: answer.question, ...(thread && { thread }) }, answer.rows.length);
}
