import { type Answer, answerOf } from '../../core/answer/answer.js';
import { listed, plural } from '../../core/answer/format.js';
import type { Digest } from '../compose/digest.js';
import type { DigestJob } from './job.js';
import type { Renew } from './lease.js';

/** The message that names the details which a digest lacks for good. */
export function missingDetails(titles: readonly string[]): Answer {
  const isOne = titles.length === 1;
  return answerOf({
    question: 'digest',
    title: 'Missing details',
    headline:
      `${plural(titles.length, 'detail')} could not be posted and ${isOne ? 'is' : 'are'} missing: ` +
      `${listed(titles)}.`,
    notes: ['`/digest preview` sends a digest to you alone.'],
  });
}

/** A run that nobody goes on with, of which the headline was posted. */
interface EndedRun {
  readonly key: string;
  /** When it was begun, or earlier: its messages are looked for from then on. */
  readonly since: Date;
  readonly messageTs: string;
  /** The digest as it was composed, JSON. */
  readonly content: string | null;
}

/**
 * Says in the thread of a digest which details are missing, as the channel shows them. Never throws: whoever
 * is notified of failures is told separately.
 */
export async function nameMissing(
  job: DigestJob,
  { key, since, messageTs, content }: EndedRun,
  renew: Renew,
): Promise<void> {
  if (content === null) return;
  try {
    const { thread } = JSON.parse(content) as Digest;
    const { parts } = await job.find(key, since, messageTs);
    const titles = thread.filter((_, i) => !parts.has(i + 1)).map(({ title }) => title);
    const part = thread.length + 1;
    if (titles.length === 0 || parts.has(part)) return;
    await job.post(missingDetails(titles), { run: key, part }, messageTs, renew);
  } catch (error) {
    job.log.error({ err: error, key }, 'the missing details could not be named in the thread');
  }
}
