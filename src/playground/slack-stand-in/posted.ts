/** A message as it stands in the stand-in's channel. */
export interface Posted {
  readonly ts: string;
  readonly channel: string;
  readonly threadTs: string | null;
  readonly text: string;
  readonly blocks: unknown[];
  /** Seen by the asker alone. */
  readonly ephemeral: boolean;
  readonly through: 'chat.postMessage' | 'chat.postEphemeral' | 'response_url' | 'file';
  /** How Slack is to read the text: `none` makes no links and mentions of its own. */
  readonly parse?: string | undefined;
  /** What the message is marked with, which nobody sees. */
  readonly metadata?: unknown;
  /** A file that was shared. */
  readonly file?: { readonly id: string; readonly name: string };
}
