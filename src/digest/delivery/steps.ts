import type { Answer } from '../../core/answer/answer.js';
import { describeError } from '../../core/errors.js';
import type { RunNote } from '../../store/tables/digest-runs.js';
import type { Digest } from '../compose/compose.js';
import type { Problem } from './failed-runs.js';
import type { Found } from './job.js';
import { HeldBack, NotOurs, type Renew } from './lease.js';
import { leaseOf } from './lease-holder.js';
import type { Running } from './run.js';

/** What is sent of a digest in one step: a part, or the file of one. */
interface Step {
  readonly answer: Answer;
  readonly part: number;
  readonly threadTs: string | undefined;
  readonly send: (renew: Renew) => Promise<string | undefined>;
}

/**
 * Sends a part or its file, and makes sure that it stands there once. Whoever had the run before may have been held up for so
 * long that Slack took their message after the channel was looked into; or we were, and somebody has posted the part meanwhile.
 * @returns the message's timestamp
 */
async function sendOnce(run: Running, { answer, part, threadTs, send }: Step): Promise<string | undefined> {
  const { job, key, since, isTakenOver } = run;
  const lease = leaseOf(run);
  const keepEarliest = () =>
    job.keepEarliest?.({ mark: { run: key, part }, threadTs, file: answer.file }, since);
  let ts: string | undefined;
  try {
    ts = await send(lease.renew);
  } catch (error) {
    // Slack may have taken it all the same.
    if (!(error instanceof HeldBack) && !(await lease.isHeld())) await keepEarliest();
    throw error;
  }
  if (!isTakenOver && (await lease.isHeld())) return ts;
  return (await keepEarliest()) ?? ts;
}

export const postPart = (run: Running, answer: Answer, part: number, threadTs?: string) =>
  sendOnce(run, {
    answer,
    part,
    threadTs,
    send: renew => run.job.post(answer, { run: run.key, part }, threadTs, renew),
  });

const attachFile = (run: Running, answer: Answer, part: number, threadTs: string) =>
  sendOnce(run, {
    answer,
    part,
    threadTs,
    send: async renew => {
      await run.job.attach?.(answer, threadTs, renew);
      return undefined;
    },
  });

/** Posts every reply that is missing and can be posted. @returns what went wrong with the others */
export async function postThread(
  run: Running,
  digest: Digest,
  ts: string | undefined,
  there: Found,
): Promise<Problem[]> {
  const { job, key } = run;
  const problems: Problem[] = [];
  for (const [i, answer] of digest.thread.entries()) {
    const part = i + 1;
    if (there.parts.has(part)) {
      // Its process may have died between the message and its file.
      if (!ts || !answer.file || there.files.has(answer.file) || !job.attach) continue;
    }
    try {
      if (there.parts.has(part)) await attachFile(run, answer, part, ts as string);
      else await postPart(run, answer, part, ts);
    } catch (error) {
      if (isOvertaken(error)) throw new NotOurs(describeError(error));
      job.log.error({ err: error, key, title: answer.title }, 'reply of the digest not posted');
      problems.push({ title: answer.title, error });
    }
  }
  return problems;
}

/** A file may be held back by its message's place, which says so in its own words. */
const isOvertaken = (error: unknown): boolean =>
  error instanceof NotOurs || (error instanceof Error && error.cause instanceof NotOurs);

/** The message stands, whether it could be noted or not: the channel tells later. */
export const noteIfPossible = ({ job, runs, key }: Running, what: RunNote): Promise<void> =>
  runs.note(what).catch(error => job.log.error({ err: error, key }, 'digest posted but not noted'));
