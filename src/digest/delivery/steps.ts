import type { Answer } from '../../core/answer/answer.js';
import { describeError } from '../../core/errors.js';
import type { RunNote } from '../../store/tables/digest-runs.js';
import type { Digest } from '../compose/digest.js';
import type { Problem } from './failed-runs.js';
import type { Found } from './job.js';
import { HeldBack, NotOurs, type Renew } from './lease.js';
import { leaseOf } from './lease-holder.js';
import { missingDetails } from './missing-details.js';
import type { Running } from './run.js';

/** One step of posting a digest: a part, or the file of a part. */
interface Step {
  readonly answer: Answer;
  readonly part: number;
  readonly threadTs: string | undefined;
  readonly send: (renew: Renew) => Promise<string | undefined>;
}

/**
 * Sends a part or its file, and makes sure that the channel has it once. Two processes may have sent it: the
 * earlier holder of the run may have been suspended so long that Slack accepted its message after we searched
 * the channel; or we were suspended, and another process has posted the part meanwhile.
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
    // Slack may have accepted it nevertheless.
    if (!(error instanceof HeldBack) && !(await lease.isHeld())) await keepEarliest();
    throw error;
  }
  if (!isTakenOver && (await lease.isHeld())) return ts;
  return (await keepEarliest()) ?? ts;
}

/** Posts a part to the channel, or to the thread of the headline. @returns the message's timestamp */
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

/**
 * Posts the replies that are missing in the thread of the headline.
 * @param ts the headline's timestamp, if Slack gave it
 * @returns the replies that could not be posted
 * @throws NotOurs if another process has taken the run over
 */
export async function postThread(
  run: Running,
  digest: Digest,
  ts: string | undefined,
  found: Found,
): Promise<Problem[]> {
  const { job, key } = run;
  const problems: Problem[] = [];
  for (const [i, answer] of digest.thread.entries()) {
    const part = i + 1;
    try {
      if (!found.parts.has(part)) await postPart(run, answer, part, ts);
      // The process may have died between the message and its file.
      else if (ts && answer.file && job.attach && !found.files.has(answer.file))
        await attachFile(run, answer, part, ts);
    } catch (error) {
      if (isTakenOver(error)) throw new NotOurs(describeError(error));
      job.log.error({ err: error, key, title: answer.title }, 'reply of the digest not posted');
      problems.push({ title: answer.title, error });
    }
  }
  return problems;
}

/**
 * Says in the thread which details are not posted and not tried again. Whoever notifies of failures is told
 * separately, so a failure here is only logged.
 * @throws NotOurs if another process has taken the run over
 */
export async function postMissing(
  run: Running,
  digest: Digest,
  ts: string | undefined,
  problems: readonly Problem[],
): Promise<void> {
  const answer = missingDetails(problems.map(({ title }) => title));
  try {
    await postPart(run, answer, digest.thread.length + 1, ts);
  } catch (error) {
    if (isTakenOver(error)) throw new NotOurs(describeError(error));
    run.job.log.error({ err: error, key: run.key }, 'the missing details could not be named in the thread');
  }
}

/** Whether another process holds the lease. A file that was held back has that as its cause. */
const isTakenOver = (error: unknown): boolean =>
  error instanceof NotOurs || (error instanceof Error && error.cause instanceof NotOurs);

/** Records a step if the store answers. Otherwise the message is found in the channel later. */
export const noteIfPossible = ({ job, runs, key }: Running, note: RunNote): Promise<void> =>
  runs.note(note).catch(error => job.log.error({ err: error, key }, 'digest posted but not recorded'));
