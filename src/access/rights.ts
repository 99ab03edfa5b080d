import type { AccessFile, CustomerAnswers } from './access-file.js';
import { CAPABILITY_NAMES, type Capability } from './capabilities.js';
import { both, either, type Within } from './within.js';

/** Somebody who asks, as far as rights depend on it. */
export interface Asker {
  /** Slack user id; undefined for a bot that is allowed. */
  readonly user: string | undefined;
  /** Ids of the user groups that the person is a member of. */
  readonly groups: readonly string[];
}

/** What somebody may do in one place. */
export interface Rights {
  /** The part of the shop that each capability is given for; a capability that is missing is not given. */
  readonly may: ReadonlyMap<Capability, Within>;
  /** What becomes of answers that name customers. */
  readonly customers: CustomerAnswers;
}

const EVERYTHING: Rights = {
  may: new Map(CAPABILITY_NAMES.map(name => [name, undefined])),
  customers: 'shared',
};

/**
 * What somebody may do in a channel, or in a direct message with the bot (undefined).
 *
 * Their roles are those that name them, a user group of theirs, or the channel. Capabilities add up, and so
 * do the parts of the shop for each of them: who is in `spain` and in `portugal` sees both. A channel's own
 * scope limits whatever is asked in it, since others read the answers.
 *
 * Without a file everybody may do everything: the settings ALLOW_GUESTS, ALLOW_EXTERNAL and DIGEST_MANAGERS
 * are all there is.
 */
export function rightsIn(file: AccessFile | undefined, asker: Asker, channel: string | undefined): Rights {
  if (!file) return EVERYTHING;
  const { everyone, roles, channels } = file;
  const mine = Object.values(roles).filter(
    role =>
      (asker.user !== undefined && role.people.includes(asker.user)) ||
      role.groups.some(group => asker.groups.includes(group)) ||
      (channel !== undefined && role.channels.includes(channel)),
  );
  const place = channel === undefined ? undefined : channels[channel];
  const may = new Map<Capability, Within>();
  for (const role of [...(everyone ? [everyone] : []), ...mine])
    for (const name of role.may)
      may.set(name, may.has(name) ? either(may.get(name), role.scope) : role.scope);
  for (const [name, within] of may) may.set(name, both(within, place?.scope));
  return { may, customers: place?.customers ?? 'private' };
}

/** The first of these capabilities that is not given; undefined if all are. */
export const firstMissing = ({ may }: Rights, needed: readonly Capability[]): Capability | undefined =>
  needed.find(name => !may.has(name));

/** The part of the shop for which all of these capabilities are given. */
export const withinFor = ({ may }: Rights, needed: readonly Capability[]): Within =>
  needed.map((name): Within => (may.has(name) ? may.get(name) : [])).reduce(both, undefined);

/** The part of the shop that may be shown in a channel, whoever asks: for digests and alerts. */
export const withinChannel = (file: AccessFile | undefined, channel: string): Within =>
  file?.channels[channel]?.scope;
