import type { WebClient } from '@slack/web-api';
import { z } from 'zod';

/** No more messages than this are searched. */
const MOST_SEARCHED = 5_000;
const PAGE_SIZE = 200;

/** Slack may send null for a missing field. */
const toOptional = <T>(value: T | null | undefined): T | undefined => value ?? undefined;

const fileSchema = z.object({
  id: z.string().optional(),
  name: z.string().nullish(),
  title: z.string().nullish(),
});
const messageSchema = z.object({
  ts: z.string().optional(),
  files: z.array(fileSchema).nullish().transform(toOptional),
  metadata: z
    .object({
      event_type: z.string().optional(),
      event_payload: z.record(z.string(), z.unknown()).optional(),
    })
    .nullish()
    .transform(toOptional),
});
const pageSchema = z.object({
  messages: z.array(messageSchema).default([]),
  response_metadata: z.object({ next_cursor: z.string().nullish() }).optional(),
});

/** The parts of a message in a conversation that a search needs. */
export type FoundMessage = z.infer<typeof messageSchema>;

/**
 * The payload that one of the app's messages is marked with (Slack's message metadata, which is not
 * displayed); undefined for any other message.
 */
export const markOf = (
  { metadata }: FoundMessage,
  eventType: string,
): Readonly<Record<string, unknown>> | undefined =>
  metadata?.event_type === eventType ? { ...metadata.event_payload } : undefined;

/**
 * Reads the messages of a channel since a time, or of a thread, page by page until a page is enough.
 * @throws the client's error, or an error if there are more messages than are searched: the wanted one may be
 *   among the rest
 */
export async function lookThrough(
  { conversations }: WebClient,
  target:
    | { readonly channel: string; readonly since: Date }
    | { readonly channel: string; readonly thread: string },
  isEnough: (messages: readonly FoundMessage[]) => boolean,
): Promise<void> {
  const { channel } = target;
  const options = { channel, limit: PAGE_SIZE, include_all_metadata: true };
  let cursor: string | undefined;
  for (let searched = 0; searched < MOST_SEARCHED; searched += PAGE_SIZE) {
    const page = pageSchema.parse(
      'thread' in target
        ? await conversations.replies({ ...options, ts: target.thread, cursor })
        : await conversations.history({ ...options, oldest: slackTime(target.since), cursor }),
    );
    cursor = page.response_metadata?.next_cursor || undefined;
    if (isEnough(page.messages) || cursor === undefined) return;
  }
  throw new Error(`There are more than ${MOST_SEARCHED} messages to search.`);
}

const slackTime = (time: Date): string => String(Math.floor(time.getTime() / 1_000));
