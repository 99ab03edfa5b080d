import type { WebClient } from '@slack/web-api';

/** More messages than this are not looked through. */
const LOOKED_THROUGH = 5_000;
const PAGE_SIZE = 200;

/** A message of a conversation, as far as it is looked at. */
export interface FoundMessage {
  readonly ts?: string;
  readonly files?: readonly {
    readonly id?: string;
    readonly name?: string | null;
    readonly title?: string | null;
  }[];
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: object };
}

interface Page {
  readonly messages?: unknown;
  readonly response_metadata?: { readonly next_cursor?: string };
}

/** What a message of ours is marked with (Slack's message metadata, which nobody sees); undefined for any other message. */
export const markOf = (
  { metadata }: FoundMessage,
  eventType: string,
): Readonly<Record<string, unknown>> | undefined =>
  metadata?.event_type === eventType ? { ...metadata.event_payload } : undefined;

/**
 * Goes through the messages of a channel since a time, or of a thread, until a page is enough.
 * @throws the client's error, or if there are more than are looked through: what is not seen may be there
 */
export async function lookThrough(
  { conversations }: WebClient,
  where:
    | { readonly channel: string; readonly since: Date }
    | { readonly channel: string; readonly thread: string },
  isEnough: (messages: readonly FoundMessage[]) => boolean,
): Promise<void> {
  const { channel } = where;
  const all = { channel, limit: PAGE_SIZE, include_all_metadata: true };
  let cursor: string | undefined;
  for (let seen = 0; seen < LOOKED_THROUGH; seen += PAGE_SIZE) {
    const page: Page =
      'thread' in where
        ? await conversations.replies({ ...all, ts: where.thread, cursor })
        : await conversations.history({ ...all, oldest: slackTime(where.since), cursor });
    cursor = page.response_metadata?.next_cursor || undefined;
    if (isEnough((page.messages ?? []) as FoundMessage[]) || cursor === undefined) return;
  }
  throw new Error(`There are more than ${LOOKED_THROUGH} messages to look through.`);
}

const slackTime = (time: Date): string => String(Math.floor(time.getTime() / 1_000));
