import { Directory } from './directory.js';

/** The channels, people and groups of a workspace, which tests set up. */
export class Workplace {
  protected readonly directory: Directory;

  constructor(channel: string) {
    this.directory = new Directory({ id: channel, name: 'sales' });
  }

  /** All channels; the first is the one that people write in. */
  get channels(): Directory['channels'] {
    return this.directory.channels;
  }

  /** Additional `users.info` fields of people by user id: guests, people of other workspaces, bots. */
  get people(): Directory['people'] {
    return this.directory.people;
  }

  /** Sets the organisation that the workspace is of. */
  set enterprise(id: string | undefined) {
    this.directory.enterprise = id;
  }

  /** Members of user groups by the group's id, for `usergroups.users.list`. */
  get groups(): Directory['groups'] {
    return this.directory.groups;
  }

  /** Sets whether the bot is a member of the channels. */
  set botIsMember(isMember: boolean) {
    this.directory.botIsMember = isMember;
  }
}
