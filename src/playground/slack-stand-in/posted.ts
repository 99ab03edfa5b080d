/** A message in a channel of the stand-in. */
export interface Posted {
  readonly ts: string;
  /** When it was posted by the clock of the page, if that can be set: milliseconds. */
  readonly at?: number;
  readonly channel: string;
  readonly threadTs: string | null;
  readonly text: string;
  readonly blocks: unknown[];
  /** The person who wrote it, if a person did. */
  readonly by?: string;
  /** Visible to the asker only. */
  readonly ephemeral: boolean;
  /** Who alone sees it, of an ephemeral or a direct message. */
  readonly seenBy?: string | undefined;
  readonly through: 'chat.postMessage' | 'chat.postEphemeral' | 'response_url' | 'file' | 'person';
  /** How Slack treats the text: `none` turns off automatic links and mentions. */
  readonly parse?: string | undefined;
  /** Slack's message metadata, which is not displayed. */
  readonly metadata?: unknown;
  /** The file, if the message is a shared file. */
  readonly file?: { readonly id: string; readonly name: string };
}
