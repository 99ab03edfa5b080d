import type { DigestJob, Found, Mark } from '../../digest/delivery/job.js';
import type { SlackContext } from './context.js';
import { type FoundMessage, lookThrough, markOf } from './marked-messages.js';

/** The type of the metadata that marks the messages of digests; Slack does not show it. */
const EVENT = 'shopkeeper_digest';
export const metadataOf = ({ run, part }: Mark) => ({ event_type: EVENT, event_payload: { run, part } });

/** A message of a run, or a file in its thread. */
interface Sent {
  /** The part's number, or the file's name. */
  readonly what: number | string;
  /** Slack's timestamps are seconds with six decimals, so they can be compared as texts. */
  readonly ts: string;
  readonly fileId?: string;
}

/** The messages and files of a run in a channel and in the thread of its headline, the earliest first. */
async function sentOf(
  { client }: SlackContext,
  channel: string,
  run: string,
  since: Date,
  known: string | undefined,
): Promise<Sent[]> {
  const sent: Sent[] = [];
  const take = (messages: readonly FoundMessage[]) => {
    for (const message of messages) {
      const { ts = '', files = [] } = message;
      for (const { id, name, title } of files)
        sent.push({ what: name ?? title ?? '', ts, ...(id && { fileId: id }) });
      const mark = markOf(message, EVENT);
      if (mark?.run === run && ts !== '') sent.push({ what: Number(mark.part), ts });
    }
  };
  const headlines = () => sent.filter(s => s.what === 0).sort(earliestFirst);
  if (known === undefined)
    await lookThrough(client, { channel, since }, page => {
      take(page);
      return headlines().length > 0;
    });
  const headline = known ?? headlines()[0]?.ts;
  if (headline !== undefined)
    await lookThrough(client, { channel, thread: headline }, page => {
      // The thread begins with the headline itself.
      take(page.filter(message => message.ts !== headline));
      return false;
    });
  return [...(known === undefined ? [] : [{ what: 0, ts: known }]), ...sent].sort(earliestFirst);
}

const earliestFirst = (a: Sent, b: Sent): number => (a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0);

/**
 * Finds the messages of a run in a channel, and in the thread of its headline, with the files there.
 * @throws the client's error if the app may not read them
 */
export async function findMarked(
  context: SlackContext,
  channel: string,
  run: string,
  since: Date,
  known: string | undefined,
): Promise<Found> {
  const parts = new Map<number, string>();
  const files = new Set<string>();
  for (const { what, ts } of await sentOf(context, channel, run, since, known)) {
    if (typeof what === 'string') files.add(what);
    else if (!parts.has(what)) parts.set(what, ts);
  }
  return { parts, files };
}

/**
 * Deletes all but the earliest of several messages with one mark, and of several files of one name in the
 * thread. Every process that posted a duplicate does the same, so the earliest is deleted by none of them.
 * @returns the timestamp of the remaining message
 */
export async function keepEarliest(
  context: SlackContext,
  channel: string,
  { mark, threadTs, file }: Parameters<NonNullable<DigestJob['keepEarliest']>>[0],
  since: Date,
): Promise<string | undefined> {
  const { client } = context;
  const log = context.log.child({ digest: mark.run, part: mark.part });
  try {
    const sent = await sentOf(context, channel, mark.run, since, threadTs);
    const [first, ...later] = sent.filter(s => s.what === mark.part);
    const files = sent.filter(s => s.fileId !== undefined && s.what === file).slice(1);
    if (later.length + files.length > 0)
      log.warn({ ts: first?.ts }, 'posted twice, since a process was suspended: deleting the later ones');
    for (const { ts } of later) await client.chat.delete({ channel, ts });
    for (const { fileId } of files) await client.files.delete({ file: fileId as string });
    return first?.ts;
  } catch (error) {
    log.error({ err: error }, 'duplicates could not be found or deleted');
    return undefined;
  }
}
