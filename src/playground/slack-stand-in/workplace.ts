import { Directory } from './directory.js';
import { type Fault, Faults } from './faults.js';

/** The channels, people and groups of a workspace, which tests set up, and the faults of its answers. */
export class Workplace {
  protected readonly directory: Directory;
  protected readonly faults = new Faults();

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

  /** Ids of channels that are shared with other workspaces, for `conversations.info`. */
  get sharedChannels(): Directory['sharedChannels'] {
    return this.directory.sharedChannels;
  }

  /** Members of user groups by the group's id, for `usergroups.users.list`. */
  get groups(): Directory['groups'] {
    return this.directory.groups;
  }

  /** Sets the scopes that Slack says were granted. */
  set scopes(scopes: readonly string[]) {
    this.directory.scopes = scopes;
  }

  /** Sets whether the bot is a member of the channels. */
  set botIsMember(isMember: boolean) {
    this.directory.botIsMember = isMember;
  }

  /** What was shown below direct messages while they were answered; nothing once it was taken away. */
  get statuses(): readonly string[] {
    return this.directory.statuses;
  }

  /** Answers the next calls of a method, or to any `response_url`, with these faults, one for each call. */
  fail(method: string, ...faults: Fault[]): void {
    this.faults.add(method, faults);
  }

  /** Answers all calls of a method with a fault; `chat.postMessage in direct` are those in such messages. */
  failAlways(method: string, fault: Fault): void {
    this.faults.set(method, fault);
  }

  /** Removes the planned faults of a method, so that its calls succeed again. */
  clearFaults(method: string): void {
    this.faults.clear(method);
  }
}
