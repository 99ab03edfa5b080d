import type { Posted } from './posted.js';

/** A message as the Web API shows it to an app that reads a channel. */
interface Shown {
  readonly ts: string;
  readonly text: string;
  readonly metadata?: unknown;
  readonly files?: readonly { readonly id: string; readonly name: string }[];
}

/**
 * What an app can read in a channel, or in a thread of it (`ts` is the thread's first message), the newest first.
 * @param oldest the timestamp to begin with
 */
export function history(
  posted: readonly Posted[],
  { channel, ts, oldest = '0' }: Readonly<Record<string, string>>,
): Shown[] {
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
