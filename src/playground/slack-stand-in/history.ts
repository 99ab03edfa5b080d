import type { Posted } from './posted.js';

/** A message as the Web API lists it. */
interface ListedMessage {
  readonly ts: string;
  readonly text: string;
  readonly metadata?: unknown;
  readonly files?: readonly { readonly id: string; readonly name: string }[];
}

/**
 * The messages that an app can read in a channel, or in one thread if `ts` names its first message. Newest
 * first.
 * @param oldest the timestamp of the earliest message to list
 */
export function history(
  posted: readonly Posted[],
  { channel, ts, oldest = '0' }: Readonly<Record<string, string>>,
): ListedMessage[] {
  return posted
    .filter(
      p =>
        p.channel === channel &&
        !p.ephemeral &&
        Number(p.ts) >= Number(oldest) &&
        (ts === undefined ? p.threadTs === null : p.threadTs === ts || p.ts === ts),
    )
    .map(p => ({
      ts: p.ts,
      text: p.text,
      metadata: p.metadata,
      ...(p.file && { files: [{ id: p.file.id, name: p.file.name }] }),
    }))
    .reverse();
}
