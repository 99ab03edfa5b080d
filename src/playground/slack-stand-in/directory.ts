/** A channel by its id and name. */
export interface Channel {
  readonly id: string;
  readonly name: string;
}

/** The channels and people of the workspace. */
export class Directory {
  /** The first channel is the default one. */
  readonly channels: Channel[];
  /** Additional `users.info` fields of people by user id: guests, people of other workspaces, bots. */
  readonly people = new Map<string, Readonly<Record<string, unknown>>>();
  /** The organisation that the workspace is of, for `auth.test`. */
  enterprise: string | undefined;
  /** Members of user groups, by the group's id. */
  readonly groups = new Map<string, readonly string[]>();
  /** The people whose direct messages with the bot these conversations are, by conversation. */
  readonly directMessages = new Map<string, string>();
  /** Channels that are shared with other workspaces. */
  readonly sharedChannels = new Set<string>();
  /** The scopes that Slack says were granted; it says nothing unless they are set. */
  scopes: readonly string[] | undefined;
  /** What direct messages showed of their answers, in order. */
  readonly statuses: string[] = [];
  /** Whether the bot is a member of the channels. */
  botIsMember = true;

  constructor(channel: Channel) {
    this.channels = [channel];
  }

  /**
   * Slack's error for a bot that uses this channel; undefined if it may. Direct messages are always open to
   * it.
   */
  accessError(channel = ''): 'channel_not_found' | 'not_in_channel' | undefined {
    if (!channel.startsWith('C')) return undefined;
    if (!this.channels.some(({ id }) => id === channel)) return 'channel_not_found';
    return this.botIsMember ? undefined : 'not_in_channel';
  }
}
