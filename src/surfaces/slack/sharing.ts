import type { KnownBlock } from '@slack/types';
import { hasContacts } from '../../access/contacts.js';
import { mustHave } from '../../access/permitted.js';
import { firstMissing, type Rights } from '../../access/rights.js';
import { type Answer, isForAskerAlone, namesCustomers } from '../../core/answer/answer.js';
import { shareButton } from './blocks/share-button.js';

/** What it takes to show names of customers where they are private: to see them, and to post to channels. */
const SHARING = ['customers', 'digests'] as const;

/** @throws NotPermitted */
export const mustShare = (rights: Rights): void => mustHave(rights, SHARING);

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
): KnownBlock | undefined {
  const isOfOthers = channel !== undefined && !channel.startsWith('D') && user !== undefined;
  const isPrivateHere = rights.customers === 'private' && namesCustomers(answer);
  if (!isOfOthers || !isPrivateHere || hasExternalPeople) return undefined;
  if (isForAskerAlone(answer) || hasContacts(answer) || firstMissing(rights, SHARING)) return undefined;
  const thread = message?.threadTs;
  return shareButton({ question: answer.question, ...(thread && { thread }) }, answer.rows.length);
}
